import "./platform/no-eval.ts";
import { startApp } from "./app/start-app.tsx";
import { browserTransport } from "./platform/browser-transport.ts";

startApp(browserTransport);
