/** Who may import whom. The order of `layers` is the order of the house: each may use only what stands before it. */
const layers = [
  ["shared"],
  ["money"],
  ["fields"],
  ["rules", "appraisal"],
  ["schemes"],
  ["bids"],
  ["history"],
  ["workbook", "documents"],
  ["packs"],
];

const layerRules = layers.flatMap((group, index) =>
  group.map((folder) => ({
    name: `src-${folder}-imports-only-what-stands-before-it`,
    comment: `src/${folder} may import only itself and what stands to its left in the table of src/README.md.`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: {
      path: "^(src|electron|renderer)/",
      pathNot: `^src/(${[...layers.slice(0, index).flat(), folder].join("|")})/`,
    },
  })),
);

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    ...layerRules,
    rule(
      "contract-imports-only-shared-and-schemas",
      "The contract names operations; it may use shapes from src, never services, documents or anything that runs.",
      { path: "^src/contract/" },
      { path: "^(src/(services|documents|packs|workbook)|electron|renderer)/" },
    ),
    rule(
      "services-reach-renderers-by-a-port",
      "Word and Excel are written in a process of their own; services ask for it through a port.",
      { path: "^src/services/" },
      { path: "^(src/documents/render|electron|renderer)/" },
    ),
    rule(
      "window-uses-the-contract",
      "The window asks through the contract; services and document writers run elsewhere.",
      { path: "^renderer/", pathNot: "^renderer/platform/" },
      { path: "^src/(services|documents/render)/" },
    ),
    rule(
      "window-never-imports-electron-folder",
      "The window runs without Node.",
      { path: "^renderer/" },
      { path: "^electron/" },
    ),
    rule(
      "machine-never-imports-window",
      "What touches the machine knows nothing of screens.",
      { path: "^electron/" },
      { path: "^renderer/" },
    ),
    rule(
      "only-render-imports-document-writers",
      "docx and exceljs are wrapped once, with what was measured of them.",
      { path: "^(src|electron|renderer)/", pathNot: "^src/documents/render/" },
      { path: "node_modules/(docx|exceljs)/" },
    ),
    rule(
      "few-files-import-electron",
      "Only the thin desktop files may import the electron module.",
      { path: "^(src|electron|renderer)/", pathNot: "^electron/(main|window|menu|preload|serve)\\.ts$" },
      { path: "node_modules/electron/" },
    ),
    rule("nothing-imports-tests", "Tests are a leaf.", { path: "^(src|electron|renderer)/" }, { path: "^tests/" }),
    rule(
      "src-uses-no-node",
      "src decides, it never does.",
      { path: "^src/", pathNot: "^src/documents/render/" },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "no-cycles",
      "A cycle means that two rooms are one.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "no-orphans",
      "A file that nothing uses is to be deleted.",
      {
        orphan: true,
        pathNot: "(\\.d\\.m?ts|\\.scss|index\\.html|vite-env)$|^electron/(launch|build)\\.mjs$",
        path: "^(src|electron|renderer)/",
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
