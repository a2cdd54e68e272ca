import { contextBridge, ipcRenderer } from "electron";
import { channel } from "./channel.ts";

/**
 * All the window is given: one function, which asks for an operation by name. Both ways it is JSON text, as it is
 * over HTTP, so that the two transports can never differ in what they carry.
 */
contextBridge.exposeInMainWorld("bidwright", {
  call: async (name: string, input: unknown): Promise<unknown> =>
    JSON.parse((await ipcRenderer.invoke(channel, name, JSON.stringify(input))) as string),
});
