import { problemMetadata } from "@/components/layout/problem-page";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { problemPage } from "../problem";

// What the front server shows where a page fails: it asks nothing of the database.

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  return problemMetadata(readerLocale(await params), 503);
}

export default async function Page({ params }: Props) {
  return problemPage(readerLocale(await params), 503);
}
