import { getTranslations } from "next-intl/server";
import { reasons } from "@/lib/reader-message/message";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader tells what is wrong on one of our pages. */
export async function ReportForm(props: MessageFormProps) {
  const t = await getTranslations({ locale: props.locale });
  return (
    <MessageForm
      {...props}
      send={t("report.send")}
      formErrors={{ "not-our-page": t("report.notOurPage") }}
      fields={[
        {
          ...{ as: "few", name: "reason", label: t("report.reason"), required: true },
          options: reasons.map((code) => ({ code, label: t(`report.is.${code}`) })),
        },
        { as: "page", name: "page", label: t("report.page"), help: t("report.pageHelp") },
        { as: "text", name: "text", label: t("report.text"), help: t("report.textHelp"), required: true },
        { as: "email", name: "email", label: t("submit.contactEmail"), help: t("report.emailHelp") },
      ]}
    />
  );
}
