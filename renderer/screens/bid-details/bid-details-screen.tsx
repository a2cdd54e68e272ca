import type { ReactNode } from "react";
import { markings } from "../../../src/bids/bid-schema.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { ReadingOnly } from "../../components/reading-only.tsx";
import { RadioList } from "../../fields/radio-list.tsx";
import { TypedInput } from "../../fields/typed-input.tsx";

/** What can be changed of the bid itself, apart from its answers. */
export function BidDetailsScreen({ bid }: { bid: BidSession }) {
  const { open, scheme, edit } = bid;
  const strands = scheme.strands.map(({ id, title, summary }) => ({ id, label: title, hint: summary }));
  return (
    <div className="app-measure">
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("task-list")}>
        Tasks
      </a>
      <h1 className="govuk-heading-l">Title, strand and marking</h1>
      <ReadingOnly on={open.readOnly !== undefined}>
        <TitleBox bid={bid} />
        <Choice
          legend="Strand"
          hint="Answers that another strand does not ask for are kept, and are no part of this bid."
        >
          <RadioList
            id="bid-strand"
            options={strands}
            chosen={open.bid.strand}
            onChoose={(strand) => edit([{ do: "choose-strand", strand }])}
          />
        </Choice>
        <Choice legend="Marking" hint="It stands at the top and the bottom of every page.">
          <RadioList
            id="bid-marking"
            options={markings.map((marking) => ({ id: marking, label: marking }))}
            chosen={open.bid.marking}
            onChoose={(chosen) => {
              const marking = markings.find((one) => one === chosen);
              if (marking) edit([{ do: "mark", marking }]);
            }}
          />
        </Choice>
      </ReadingOnly>
      <a className="govuk-button" href={addressOf("task-list")}>
        Back to the tasks
      </a>
    </div>
  );
}

function TitleBox({ bid }: { bid: BidSession }) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--m" htmlFor="bid-title">
        Title
      </label>
      <TypedInput
        id="bid-title"
        text={bid.open.bid.title}
        read={(typed) => typed.trim()}
        onChange={(title, pace) => title !== "" && bid.edit([{ do: "retitle", title: String(title) }], pace)}
        width="full"
        describedBy={undefined}
        invalid={false}
      />
    </div>
  );
}

function Choice({ legend, hint, children }: { legend: string; hint: string; children: ReactNode }) {
  return (
    <div className="govuk-form-group">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <div className="govuk-hint">{hint}</div>
        {children}
      </fieldset>
    </div>
  );
}
