import { LabelledText } from "../../components/labelled-inputs.tsx";

interface TitleQuestionProps {
  title: string;
  error: string | undefined;
  onType(title: string): void;
  what?: "bid" | "project";
}

export function TitleQuestion({ title, error, onType, what = "bid" }: TitleQuestionProps) {
  return (
    <LabelledText
      id="title"
      label={`What is the ${what} called?`}
      size="m"
      hint="It stands on the cover of the documents, and its file is named after it. You can change it later."
      problem={error}
      most={200}
      value={title}
      onType={onType}
    />
  );
}
