import { useCallback, useState } from "react";
import type { SchemeInspection } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { addressOf } from "../../app/routes.ts";
import { useReply } from "../../app/use-reply.ts";
import { Notification } from "../../components/notification.tsx";
import { Replies } from "../../components/replies.tsx";
import { Trouble } from "../../components/trouble.tsx";
import { AddScheme } from "./add-scheme.tsx";
import { InspectionView } from "./inspection-view.tsx";
import { KeptList } from "./kept-list.tsx";
import { SchemeList } from "./scheme-list.tsx";
import { useSchemeShelf } from "./use-scheme-shelf.ts";

/** Every scheme there is, what is wrong with any, and the way to add, update and take away. */
export function SchemesScreen() {
  const api = useApi();
  const [inspected, setInspected] = useState<SchemeInspection>();
  const shelf = useSchemeShelf();
  const places = useReply(useCallback(() => api.places({}), [api]));
  if (inspected) {
    return (
      <InspectionView
        seen={inspected}
        onLeave={() => setInspected(undefined)}
        onInstall={() => void shelf.install(inspected).then(() => setInspected(undefined))}
      />
    );
  }
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("start")}>
        Start page
      </a>
      <h1 className="govuk-heading-l">Schemes</h1>
      {shelf.trouble !== undefined && <Trouble message={shelf.trouble} />}
      {shelf.done !== undefined && (
        <Notification id="scheme-done" title="Done" success>
          <p className="govuk-notification-banner__heading">{shelf.done}</p>
        </Notification>
      )}
      {places.state === "ready" && (
        <AddScheme dialogs={places.value.dialogs} onInspected={setInspected} onTrouble={shelf.fail} />
      )}
      <Replies of={shelf.replies} waiting="Reading the schemes…" />
      {shelf.schemes && <SchemeList schemes={shelf.schemes} onRemove={(scheme) => void shelf.remove(scheme)} />}
      {shelf.kept && (
        <KeptList
          kept={shelf.kept}
          onLook={(kept) => void shelf.look(kept).then((seen) => seen && setInspected(seen))}
        />
      )}
    </>
  );
}
