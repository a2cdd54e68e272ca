import type { Question, Scheme } from "../../src/schemes/scheme-schema.ts";

/** A scheme like another one, under another id, with its questions changed one by one; `undefined` takes one away. */
export function schemeLike(like: Scheme, id: string, change: (question: Question) => Question | undefined): Scheme {
  const sections = like.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => change(structuredClone(question)) ?? []),
  }));
  return { ...structuredClone(like), id, title: `Like ${like.title}`, sections };
}
