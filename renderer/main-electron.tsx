import "./platform/no-eval.ts";
import { startApp } from "./app/start-app.tsx";
import { electronTransport } from "./platform/electron-transport.ts";

startApp(electronTransport);
