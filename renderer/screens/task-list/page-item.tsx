/** A task that is a page of its own. */
export function PageItem({ href, name, hint }: { href: string; name: string; hint: string }) {
  return (
    <li className="govuk-task-list__item govuk-task-list__item--with-link">
      <div className="govuk-task-list__name-and-hint">
        <a className="govuk-link govuk-task-list__link" href={href}>
          {name}
        </a>
        <div className="govuk-task-list__hint">{hint}</div>
      </div>
    </li>
  );
}
