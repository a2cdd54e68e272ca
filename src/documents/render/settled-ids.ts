/**
 * docx gives relationships and watermarks ids by chance, and counts bookmarks on from the last file it made.
 * This gives them numbers in the order they are met, the same in every part of one file.
 * Only attributes are touched: in text, docx writes quotes and angle brackets as entities.
 */
export function settledIds(): (xml: string) => string {
  const numbers = new Map<string, number>();
  const numbered = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  return (xml) =>
    xml
      .replaceAll(/ ((?:r:id|Id)="rId)([\w-]{21})"/g, (_, start: string, id: string) => ` ${start}Made${numbered(id)}"`)
      .replaceAll(/ (id="PowerPlusWaterMarkObject)([\w-]{21})"/g, (_, start: string, id: string) => {
        return ` ${start}${numbered(id)}"`;
      })
      .replaceAll(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)"/g, (_, start: string, id: string) => {
        return `${start}${numbered(`bookmark ${id}`)}"`;
      });
}
