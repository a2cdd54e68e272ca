import { useRef, useState, type KeyboardEvent } from "react";

export interface ToolbarButton {
  name: string;
  /** Undefined for a button that does something once. */
  pressed: boolean | undefined;
  onPress(): void;
  shortcut?: string;
}

interface ToolbarProps {
  /** Given to the first button, where links lead to it. */
  id?: string;
  label: string;
  controls: string;
  buttons: readonly ToolbarButton[];
  /** False takes the bar out of the order of Tab, while what it controls is not in use. */
  reachable: boolean;
}

/** A row of buttons that is one stop for Tab; arrows move inside it. */
export function Toolbar({ id, label, controls, buttons, reachable }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, buttons.length - 1);
  const move = (event: KeyboardEvent) => {
    const next = nextStop(event.key, stop, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div ref={bar} className="app-toolbar" role="toolbar" aria-label={label} aria-controls={controls} onKeyDown={move}>
      {buttons.map((button, index) => (
        <button
          key={button.name}
          type="button"
          {...(id !== undefined && index === 0 ? { id } : {})}
          className="app-toolbar__button"
          tabIndex={reachable && index === stop ? 0 : -1}
          {...(button.pressed === undefined ? {} : { "aria-pressed": button.pressed })}
          {...(button.shortcut ? { "aria-keyshortcuts": button.shortcut } : {})}
          onMouseDown={(event) => reachable && event.preventDefault()}
          onClick={() => {
            setCurrent(index);
            button.onPress();
          }}
        >
          {button.name}
        </button>
      ))}
    </div>
  );
}

function nextStop(key: string, current: number, count: number): number | undefined {
  if (key === "ArrowRight") return (current + 1) % count;
  if (key === "ArrowLeft") return (current + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
