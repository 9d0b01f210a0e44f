import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import type { Locale } from "@/lib/i18n/locales";
import { periodYears } from "@/lib/practice/rules";
import type { PracticeView } from "@/lib/practice/view";
import { periodText } from "./period-text";

/** The phases of a practice, one below the other, each with the part of the whole time that it took. */
export async function Timeline({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "practice" });
  const phases = await Promise.all(
    practice.phases.map(async (phase) => ({
      ...phase,
      years: periodYears(phase),
      when: await periodText(phase, locale),
    })),
  );
  const dated = [periodYears(practice.period), ...phases.map(({ years }) => years)].flatMap((years) => [
    ...(years?.from === undefined ? [] : [years.from]),
    ...(years?.to === undefined ? [] : [years.to]),
  ]);
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  return (
    <ol className="mt-3 grid max-w-[40rem] gap-4">
      {phases.map(({ name, years, when, note }) => (
        <li key={name.text}>
          <strong>
            <Said said={name} locale={locale} />
          </strong>{" "}
          <span className="text-muted">{when ?? t("phaseWithoutDate")}</span>
          {years && last > first && (
            <Stretch from={(years.from ?? first) - first} to={(years.to ?? last) - first + 1} of={last - first + 1} />
          )}
          {note && (
            <div className="block">
              <Said said={note} locale={locale} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A stretch of the whole time, in years from its beginning: a span between its two piers. */
function Stretch({ from, to, of }: { from: number; to: number; of: number }) {
  const x = (year: number) => Math.round((year / of) * 400);
  return (
    <svg viewBox="0 0 400 14" className="my-1 w-full" aria-hidden="true">
      <rect className="bar-ground" y="5" width="400" height="2" />
      <path className="bar" d={`M${x(from)} 2H${x(to)}V14h-5a5 5 0 0 0-5-5H${x(from) + 10}a5 5 0 0 0-5 5h-5z`} />
    </svg>
  );
}
