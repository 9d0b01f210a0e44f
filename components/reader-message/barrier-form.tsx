import { getTranslations } from "next-intl/server";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader reports what they cannot read or use on our pages. */
export async function BarrierForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale });
  return (
    <MessageForm
      {...props}
      send={t("barrier.send")}
      fields={[
        { as: "page", name: "page", label: t("barrier.page"), help: t("barrier.pageHelp") },
        { as: "text", name: "text", label: t("barrier.text"), help: t("barrier.textHelp"), required: true },
        { as: "line", name: "device", label: t("barrier.device"), help: t("barrier.deviceHelp") },
        { as: "email", name: "email", label: t("submit.contactEmail"), help: t("barrier.emailHelp") },
      ]}
    />
  );
}
