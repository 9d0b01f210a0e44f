import { getTranslations } from "next-intl/server";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader asks those who did a practice. */
export async function QuestionForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale });
  return (
    <MessageForm
      {...props}
      send={t("ask.send")}
      formErrors={{ "too-many-asked": t("ask.tooMany") }}
      fields={[
        { as: "text", name: "text", label: t("ask.text"), help: t("ask.textHelp"), required: true },
        { as: "name", name: "name", label: t("submit.contactName"), help: t("ask.nameHelp") },
        { as: "email", name: "email", label: t("submit.contactEmail"), help: t("ask.emailHelp"), required: true },
        {
          ...{ as: "consent", name: "consent", required: true },
          ...{ label: t("ask.consent"), short: t("readerMessage.agreement") },
        },
      ]}
    />
  );
}
