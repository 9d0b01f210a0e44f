-- AlterTable
ALTER TABLE "CatalogueEntry" ADD COLUMN     "plainLocales" TEXT[];

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "replyTo" TEXT;

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "translatedName" JSONB;

-- AlterTable
ALTER TABLE "PracticeText" ADD COLUMN     "plainWords" TEXT;

-- CreateTable
CREATE TABLE "ReaderMessage" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "practiceId" TEXT,
    "locale" TEXT NOT NULL,
    "text" TEXT,
    "outcome" TEXT,
    "country" TEXT,
    "place" TEXT,
    "organisation" TEXT,
    "year" INTEGER,
    "page" TEXT,
    "device" TEXT,
    "senderId" TEXT,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReaderMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReaderMessage_key_key" ON "ReaderMessage"("key");

-- CreateIndex
CREATE INDEX "ReaderMessage_state_createdAt_idx" ON "ReaderMessage"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ReaderMessage_practiceId_kind_state_idx" ON "ReaderMessage"("practiceId", "kind", "state");

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "Sender"("id") ON DELETE SET NULL ON UPDATE CASCADE;
