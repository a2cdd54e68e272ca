/** The bytes of a file that was chosen, as text that can cross the contract. */
export async function toBase64(chosen: File): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file could not be read")));
    reader.readAsDataURL(chosen);
  });
  return address.slice(address.indexOf(",") + 1);
}
