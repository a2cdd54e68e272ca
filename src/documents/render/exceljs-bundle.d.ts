/** The one-file build of exceljs: the same library without its file and stream parts, which are never used here. */
declare module "exceljs/dist/exceljs.min.js" {
  import * as ExcelJS from "exceljs";
  export = ExcelJS;
}
