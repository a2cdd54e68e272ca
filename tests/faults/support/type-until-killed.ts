// Run by kill-while-typing.test.ts: opens a bid in the app, types on, says every edit that is safe, until it is killed.
import { once } from "node:events";
import { typingApp } from "./typing-app.ts";

const [app = "", data = ""] = process.argv.slice(2);

async function typeOn(): Promise<never> {
  const here = typingApp(app, data);
  await here.warmUp();
  // Processes are started before they are needed, and told then which bid to type in.
  const [words] = (await once(process.stdin, "data")) as [Buffer];
  process.stdout.write("opening\n");
  const { bid, typed } = await here.open(words.toString().trim());
  process.stdout.write(`${typed}\n`);
  for (let count = typed + 1; ; count += 1) {
    await here.type(bid, count);
    process.stdout.write(`${count}\n`);
  }
}

void typeOn();
