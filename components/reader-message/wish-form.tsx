import { getTranslations } from "next-intl/server";
import { wishLimits } from "@/lib/search-wish/wish";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader tells what they looked for and did not find. It asks nothing about them. */
export async function WishForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale, namespace: "wish" });
  return (
    <MessageForm
      {...props}
      send={t("send")}
      formErrors={{ "e-mail-address": t("hasAddress") }}
      fields={[
        { as: "line", name: "query", label: t("query"), help: t("queryHelp"), required: true },
        { as: "text", name: "text", label: t("text"), help: t("textHelp"), most: wishLimits.text },
      ]}
    />
  );
}
