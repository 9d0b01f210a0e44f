import { getTranslations } from "next-intl/server";
import { byLabel, countryName } from "@/lib/i18n/format";
import { countries } from "@/lib/practice/vocabulary";
import { outcomes } from "@/lib/reader-message/message";
import { MessageForm, type MessageFormProps } from "./message-form";

/** The form by which a reader tells how it went when they tried a practice too. */
export async function ExperienceForm(props: MessageFormProps) {
  const { locale } = props;
  const t = await getTranslations({ locale });
  return (
    <MessageForm
      {...props}
      send={t("tried.send")}
      fields={[
        {
          ...{ as: "few", name: "outcome", label: t("tried.outcome"), required: true },
          options: outcomes.map((code) => ({ code, label: t(`tried.${code}`) })),
        },
        { as: "text", name: "text", label: t("tried.text"), help: t("tried.textHelp"), required: true },
        {
          ...{
            as: "list",
            name: "country",
            label: t("tried.country"),
            required: true,
            empty: t("tried.chooseCountry"),
          },
          options: byLabel(
            countries.map((code) => ({ code, label: countryName(code, locale) })),
            locale,
          ),
        },
        { as: "line", name: "place", label: t("submit.place"), help: t("submit.placeHelp") },
        {
          ...{ as: "organisation", name: "organisation" },
          ...{ label: t("tried.organisation"), help: t("tried.organisationHelp") },
        },
        { as: "year", name: "year", label: t("tried.year"), help: t("submit.yearHelp") },
        { as: "name", name: "name", label: t("submit.contactName"), help: t("submit.contactNameHelp") },
        { as: "email", name: "email", label: t("submit.contactEmail"), help: t("tried.emailHelp"), required: true },
        {
          ...{ as: "consent", name: "consent", required: true },
          ...{ label: t("tried.consent"), short: t("readerMessage.agreement") },
        },
      ]}
    />
  );
}
