import { getTranslations } from "next-intl/server";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader tells of news or of a call that Ponte should have. */
export async function TipForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale });
  return (
    <MessageForm
      {...props}
      send={t("tip.send")}
      fields={[
        { as: "text", name: "text", label: t("tip.text"), help: t("tip.textHelp"), required: true },
        { as: "page", name: "page", label: t("tip.page"), help: t("tip.pageHelp"), required: true },
        { as: "email", name: "email", label: t("submit.contactEmail"), help: t("tip.emailHelp") },
      ]}
    />
  );
}
