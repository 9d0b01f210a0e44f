import { getTranslations } from "next-intl/server";
import { MessageForm, type MessageFormProps } from "@/components/reader-message/message-form";
import { endonym, locales } from "@/lib/i18n/locales";
import { termKinds, termLimits } from "@/lib/term/term";

/** The form by which a reader proposes a word. */
export async function TermForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale, namespace: "word" });
  return (
    <MessageForm
      {...props}
      send={t("send")}
      fields={[
        {
          ...{ as: "few", name: "kind", label: t("kind"), required: true },
          options: termKinds.map((code) => ({ code, label: t(`kinds.${code}`) })),
        },
        { as: "line", name: "term", label: t("term"), help: t("termHelp"), required: true },
        {
          ...{ as: "list", name: "language", label: t("language"), empty: t("chooseLanguage"), required: true },
          options: locales.map((code) => ({ code, label: endonym(code) })),
        },
        { as: "text", name: "text", label: t("text"), help: t("textHelp"), most: termLimits.text, required: true },
        { as: "email", name: "email", label: t("email"), help: t("emailHelp") },
      ]}
    />
  );
}
