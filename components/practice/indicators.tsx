import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDate, formatNumber, formatShare } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeView } from "@/lib/practice/view";
import { Breakdown } from "./breakdown";

type Indicator = PracticeView["indicators"][number];

/** Results in figures: numbers, what was reached of what was aimed for, and shares as arches. */
export async function Indicators({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "practice" });
  const plain = practice.indicators.filter((one) => one.value !== undefined);
  const broken = practice.indicators.filter((one) => one.breakdown.length > 0);
  const targetOf = (one: Indicator) =>
    one.kind === "achieved"
      ? plain.find(
          (other) =>
            other.kind === "target" && other.label.text === one.label.text && other.unit?.text === one.unit?.text,
        )
      : undefined;
  const met = new Set(plain.map(targetOf));
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
      <dl className="mt-3 flex flex-wrap gap-x-12 gap-y-5">
        {plain
          .filter((one) => !met.has(one))
          .map((one) => {
            const target = targetOf(one);
            return (
              <div key={`${one.kind} ${one.label.text}`} className="flex max-w-xs flex-col-reverse justify-end">
                <dt>
                  <Said said={one.label} locale={locale} />{" "}
                  <span className="text-muted">({details(one).join(", ")})</span>
                </dt>
                <dd>
                  <span className="text-h1 font-bold">
                    {value(one)} {one.unit && <Said said={one.unit} locale={locale} />}
                  </span>
                  {target && (
                    <>
                      <TargetBar achieved={one.value ?? 0} target={target.value ?? 0} />
                      <span className="block">
                        {t("ofTarget", { target: value(target) })}{" "}
                        <span className="text-muted">({details(target).join(", ")})</span>
                      </span>
                    </>
                  )}
                </dd>
              </div>
            );
          })}
      </dl>
      {broken.map((one) => (
        <figure key={one.label.text} className="mt-8 max-w-[40rem]">
          <figcaption className="font-bold">
            <Said said={one.label} locale={locale} />
          </figcaption>
          <Breakdown
            shares={one.breakdown.map((part) => ({
              label: group(part),
              value: part.value,
              words: part.unit === "percent" ? formatShare(part.value / 100, locale) : formatNumber(part.value, locale),
            }))}
          />
        </figure>
      ))}
    </>
  );
}

/** What was reached, as a bar under the mark of what was aimed for. */
function TargetBar({ achieved, target }: { achieved: number; target: number }) {
  const whole = Math.max(achieved, target, Number.MIN_VALUE);
  const at = (value: number) => Math.round((Math.max(value, 0) / whole) * 198);
  return (
    <svg viewBox="0 0 200 20" className="mt-1 w-full" aria-hidden="true">
      <rect className="bar-ground" y="6" width="200" height="8" />
      <rect className="bar" y="6" width={at(achieved)} height="8" />
      <path className="goal" d={`M${at(target)} 1v18`} />
    </svg>
  );
}
