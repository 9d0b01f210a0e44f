import { ProblemPage, problemMetadata } from "@/components/layout/problem-page";
import { readerLocale } from "@/lib/i18n/reader-locale";

// What the front server shows where a page fails: it asks nothing of the database.

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  return problemMetadata(readerLocale(await params), 503);
}

export default async function Page({ params }: Props) {
  return <ProblemPage locale={readerLocale(await params)} status={503} />;
}
