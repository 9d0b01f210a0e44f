import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDate, formatNumber, formatShare } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeView } from "@/lib/practice/view";

type Indicator = PracticeView["indicators"][number];

/** Results in figures, with their breakdowns as tables. */
export async function Indicators({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "practice" });
  const plain = practice.indicators.filter((one) => one.value !== undefined);
  const broken = practice.indicators.filter((one) => one.breakdown.length > 0);
  const value = (one: Indicator) => {
    const number = formatNumber(one.value ?? 0, locale);
    return one.qualifier ? t(one.qualifier, { value: number }) : number;
  };
  const details = (one: Indicator) =>
    [
      t(one.kind),
      one.asOf && t("asOf", { date: formatDate(one.asOf, locale) }),
      one.method?.text,
      one.measuredBy && t("measuredBy", { name: one.measuredBy }),
    ].filter(Boolean);
  const group = ({ label, ageFrom, ageTo }: Indicator["breakdown"][number]) => {
    if (label) return <Said said={label} locale={locale} />;
    if (ageFrom === undefined) return t("ageUnder", { age: String((ageTo ?? 0) + 1) });
    if (ageTo === undefined) return t("ageOver", { age: String(ageFrom - 1) });
    return t("ageBetween", { from: String(ageFrom), to: String(ageTo) });
  };
  return (
    <>
      <dl className="mt-3 flex flex-wrap gap-x-12 gap-y-4">
        {plain.map((one) => (
          <div key={one.label.text} className="flex max-w-xs flex-col-reverse">
            <dt>
              <Said said={one.label} locale={locale} /> <span className="text-muted">({details(one).join(", ")})</span>
            </dt>
            <dd className="text-4xl font-bold">
              {value(one)} {one.unit && <Said said={one.unit} locale={locale} />}
            </dd>
          </div>
        ))}
      </dl>
      {broken.map((one) => (
        <table key={one.label.text} className="mt-6 w-full max-w-[40ch]">
          <caption className="text-start font-bold">
            <Said said={one.label} locale={locale} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("group")}</th>
              <th scope="col" className="number">
                {t("share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {one.breakdown.map((part) => (
              <tr key={`${part.ageFrom} ${part.ageTo} ${part.label?.text}`}>
                <th scope="row" className="font-normal">
                  {group(part)}
                </th>
                <td className="number">
                  {part.unit === "percent" ? formatShare(part.value / 100, locale) : formatNumber(part.value, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
