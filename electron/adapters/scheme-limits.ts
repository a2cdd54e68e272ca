/** What no scheme comes near. Counted while reading: what a zip or a folder says of itself proves nothing. */
export const schemeLimits = {
  files: 500,
  /** Bytes of one file. */
  file: 2 * 1024 * 1024,
  /** Bytes of all files together. */
  all: 20 * 1024 * 1024,
  /** Bytes of a zip as it lies on disk. */
  zip: 20 * 1024 * 1024,
};

/** A known reason to refuse a scheme, in our own words and naming the file. */
export class SchemeRefusal extends Error {}

export const tooManyFiles = `It holds more than ${schemeLimits.files} files, more than any scheme has.`;
export const tooMuch = "All files together are larger than 20 MB, more than any scheme needs.";

export function tooLarge(name: string): SchemeRefusal {
  return new SchemeRefusal(`${name}: is larger than 2 MB, more than any file of a scheme needs.`);
}
