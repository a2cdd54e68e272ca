import { useState, type KeyboardEvent } from "react";
import type { OrganisationMatch } from "../../../src/contract/views.ts";
import { controlState, type WidgetProps } from "../widget-props.ts";
import { MatchList } from "./match-list.tsx";
import { useMatches } from "./use-matches.ts";

interface NameBoxProps {
  id: string;
  state: Pick<WidgetProps<"organisation">, "describedBy" | "invalid">;
  name: string;
  onType(name: string): void;
  onChoose(match: OrganisationMatch): void;
}

/** A box with a list of the councils whose name fits what is typed. Any other name can be typed too. */
export function NameBox({ id, state, name, onType, onChoose }: NameBoxProps) {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);
  const matches = useMatches(typed);
  const open = typed !== undefined && matches.length > 0;
  const close = () => {
    setTyped(undefined);
    setActive(-1);
  };
  const choose = (match: OrganisationMatch | undefined) => {
    if (match) onChoose(match);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (!open) return;
    const next = nextOption(event.key, active, matches.length);
    if (next === undefined && !(event.key === "Enter" && active >= 0)) return;
    event.preventDefault();
    if (next === undefined) choose(matches[active]);
    else setActive(next);
  };
  return (
    <div className="app-combobox" onBlur={close}>
      <input
        id={id}
        className={`govuk-input ${state.invalid ? "govuk-input--error" : ""}`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        {...(open && active >= 0 ? { "aria-activedescendant": `${id}-option-${active}` } : {})}
        {...controlState(state)}
        value={typed ?? name}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          onType(event.target.value);
        }}
      />
      <MatchList id={id} open={open} matches={matches} active={active} onChoose={choose} />
    </div>
  );
}

function nextOption(key: string, active: number, count: number): number | undefined {
  if (key === "ArrowDown") return (active + 1) % count;
  return key === "ArrowUp" ? (active <= 0 ? count : active) - 1 : undefined;
}
