import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatMoney, formatShare } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeView } from "@/lib/practice/view";

/** Whether there is anything to say of a practice's money. */
export const hasFunding = ({ funding }: PracticeView) =>
  funding.total !== undefined || funding.lines.length > 0 || funding.notKnown;

/** Who paid: a bridge whose spans are as wide as their shares, and the same as a table. */
export async function Funding({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale });
  if (practice.funding.notKnown) return <p className="prose mt-2">{t("practice.fundingNotKnown")}</p>;
  const { lines, total, currency = "EUR", frequency, difference } = practice.funding;
  const sum = lines.reduce((all, line) => all + (line.amount ?? 0), 0);
  const whole = Math.max(total ?? 0, sum);
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const share = (amount: number) => formatShare(amount / whole, locale);
  const spans = lines.flatMap(({ amount }, at) =>
    // A sum of nothing has no shares.
    amount === undefined || whole === 0
      ? []
      : [
          {
            amount,
            x: lines.slice(0, at).reduce((all, line) => all + (line.amount ?? 0), 0),
            words: lines[at]?.source.text,
          },
        ],
  );
  const per = (how: typeof frequency) => (how ? ` (${t(`practice.frequency.${how}`)})` : "");
  return (
    <>
      {spans.length > 1 && (
        <svg
          viewBox="0 0 600 56"
          className="mt-3 w-full max-w-[66ch]"
          role="img"
          aria-label={t("practice.fundingPicture", {
            shares: spans.map(({ words, amount }) => `${words} ${share(amount)}`).join("; "),
          })}
        >
          <rect width="600" height="6" className="fill-brick" />
          {spans.map(({ amount, x }) => (
            <Span key={x} from={(600 * x) / whole} width={(600 * amount) / whole} />
          ))}
        </svg>
      )}
      <table className="mt-3 w-full max-w-[66ch]">
        <thead>
          <tr>
            <th scope="col">{t("practice.fundingSource")}</th>
            <th scope="col" className="number">
              {t("practice.fundingAmount")}
            </th>
            {spans.length > 0 && (
              <th scope="col" className="number">
                {t("practice.fundingShare")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.source.text}>
              <th scope="row" className="font-normal">
                <Said said={line.source} locale={locale} />
                {line.programme && `, ${line.programme}`}
                {per(line.frequency)}
              </th>
              <td className="number">
                {line.amount === undefined ? t("practice.fundingNoAmount") : money(line.amount)}
              </td>
              {spans.length > 0 && <td className="number">{line.amount !== undefined && share(line.amount)}</td>}
            </tr>
          ))}
          {total !== undefined && (
            <tr>
              <th scope="row">
                {t("practice.fundingTotal")}
                {per(frequency)}
              </th>
              <td className="number font-bold">{money(total)}</td>
              {spans.length > 0 && <td />}
            </tr>
          )}
        </tbody>
      </table>
      {difference !== undefined && difference !== 0 && (
        <p className="prose mt-2">{t("practice.fundingDifference", { amount: money(Math.abs(difference)) })}</p>
      )}
    </>
  );
}

/** One span of the deck: an arch cut out of a pier-to-pier block. */
function Span({ from, width }: { from: number; width: number }) {
  const inner = Math.max(width - 3, 1);
  const pier = Math.min(12, inner / 5);
  const [left, right] = [from + pier, from + inner - pier];
  const radius = (right - left) / 2;
  return (
    <path
      className="span-fill fill-ink"
      d={`M${from} 8h${inner}v48H${right}v-8A${radius} 36 0 0 0 ${left} 48v8H${from}z`}
    />
  );
}
