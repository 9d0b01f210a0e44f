import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanAddress, mostPasted, pastedMarkdown } from "@/lib/editing/paste";

describe("what is pasted from Word", () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=IT style='tab-interval:35.4pt'><!--StartFragment-->
<h1 style='mso-outline-level:1'><span lang=IT>Il progetto<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=IT>Aiutiamo le <b style='mso-bidi-font-weight:normal'>persone anziane</b> e
chi non ha <i>SPID</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Primo passo</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Dentro il primo</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Secondo passo</p>
<p class=MsoNormal>Poi:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Uno</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Due</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Anno</p></td><td><p class=MsoNormal>Persone</p></td></tr>
<tr><td><p>2024</p></td><td><p>120</p></td></tr></table>
<p class=MsoNormal>Fine<span class=MsoCommentReference><span style='mso-special-character:comment'>[AB1]</span></span>.
<span style='display:none;mso-hide:all'>nascosto</span></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Da verificare</p></div></div>
<!--EndFragment--></body></html>`;

  test("keeps its headings as bold lines, its emphasis, its lists and the lines of its tables", () => {
    expect(pastedMarkdown(word)).toBe(
      [
        "**Il progetto**",
        "Aiutiamo le **persone anziane** e chi non ha *SPID*.",
        "- Primo passo\n  - Dentro il primo\n- Secondo passo",
        "Poi:",
        "1. Uno\n2. Due",
        "Anno · Persone",
        "2024 · 120",
        "Fine.",
      ].join("\n\n"),
    );
  });

  test("leaves out comments, hidden text and all that Word writes for itself", () => {
    const made = pastedMarkdown(word);
    for (const junk of ["Mso", "AB1", "verificare", "nascosto", "Normal", "xml", "·\u00a0"])
      expect(made).not.toContain(junk);
  });
});

test("what is pasted from Google Docs keeps its emphasis, which stands in styles, and its lists", () => {
  const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b">
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">Nous aidons </span><span
style="font-weight:700;font-style:normal">les aidants</span><span style="font-weight:400;font-style:italic"> chez eux</span><span>.</span></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">Un atelier</span></p></li>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><a href="https://www.google.com/url?q=https://exemple.fr/a?utm_source%3Dx&amp;sa=D&amp;ust=1" style="text-decoration:none"><span style="color:#1155cc">Le site</span></a></p></li></ul></b>`;
  expect(pastedMarkdown(docs)).toBe(
    "Nous aidons **les aidants** *chez eux*.\n\n- Un atelier\n- [Le site](https://exemple.fr/a)",
  );
});

test("what is pasted from LibreOffice keeps paragraphs, emphasis and quotes", () => {
  const office = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head>
<body lang="sv-SE" dir="ltr"><p style="margin-bottom: 0.35cm"><font face="Liberation Serif, serif"><font size="3">Vi hjälper
<b>äldre</b> med <i>BankID</i>.</font></font></p><blockquote><p>Det gick bra.</p></blockquote><p><br/></p>
<ol><li><p>Först</p></li><li><p>Sedan</p></li></ol></body></html>`;
  expect(pastedMarkdown(office)).toBe("Vi hjälper **äldre** med *BankID*.\n\n> Det gick bra.\n\n1. Först\n2. Sedan");
});

test("what is pasted from the web keeps its words and links, without pictures, buttons and what follows readers", () => {
  const web = `<div class="article"><nav><a href="/home">Home</a></nav><h2>Results</h2>
<img src="https://tracker.example/p.gif" width="1" height="1" alt="pixel"><figure><img src="x.png"><figcaption>A room</figcaption></figure>
<p>Read <a href="https://example.org/report?id=7&utm_source=mail&fbclid=abc#top" onclick="go()">the report</a> or
<a href="mailto:ada@example.org">write</a>.</p><button>Share</button><p style="font-size:0">bait</p><p aria-hidden="true">icon</p></div>`;
  expect(pastedMarkdown(web)).toBe(
    [
      ...["Home", "**Results**", "A room"],
      "Read [the report](https://example.org/report?id=7#top) or [write](mailto:ada@example.org).",
    ].join("\n\n"),
  );
});

describe("what is pasted to do harm", () => {
  test.each([
    ["<script>alert(1)</script>ok"],
    ["<img src=x onerror=alert(1)>ok"],
    ["<a href='javascript:alert(1)'>ok</a>"],
    ["<a href=' java\nscript:alert(1)'>ok</a>"],
    ["<a href='data:text/html;base64,PHNjcmlwdD4='>ok</a>"],
    ["<svg onload=alert(1)><script>alert(1)</script></svg>ok"],
    ["<iframe srcdoc='<script>alert(1)</script>'></iframe>ok"],
    ["<style>body{background:url(javascript:alert(1))}</style>ok"],
    ["<template><p>alert</p></template>ok"],
    ["<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>ok"],
    ["<form action='https://evil.example'><input value=alert></form>ok"],
  ])("brings nothing but its words: %s", (html) => {
    expect(pastedMarkdown(html)).toBe("ok");
  });

  test("stays text where it is text that looks like markup", () => {
    const made = pastedMarkdown("<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) # no heading</p>");
    // Escaped: the reader's page shows it as it was typed.
    expect(made).toMatch(/^\\?<script>/);
    expect(made).toContain("\\[x]");
  });

  test("may be ten thousand deep or half a million long, and comes back at once", () => {
    const start = performance.now();
    expect(pastedMarkdown(`${"<div>".repeat(400)}deep`)).toBeDefined();
    expect(pastedMarkdown(`${"<ul><li>".repeat(300)}deep`)).toBeDefined();
    expect(pastedMarkdown("<p>a</p>".repeat(mostPasted / 8)).length).toBeGreaterThan(100);
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 90_000);

  test("of 1,000 odd pieces of HTML none stops it", () => {
    const piece = fc.constantFrom(
      ...[
        "<p>",
        "</p>",
        "<b>",
        "</i>",
        "<li>",
        "<ul>",
        "<table>",
        "<tr>",
        "<td>",
        "<a href='x:'>",
        "<!--",
        "-->",
        "<![if !x]>",
      ],
      ...[
        "<o:p>",
        "<p style='mso-list:l0 level3 lfo1'>",
        "<span style='mso-list:Ignore'>",
        "text",
        "&#0;",
        "\u0000",
        "<h9>",
        "<br>",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(typeof pastedMarkdown(pieces.join(""))).toBe("string");
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

test("addresses lead to the web or to a mail, without what tracks", () => {
  expect(cleanAddress("https://a.example/x?b=1&utm_medium=m&gclid=1")).toBe("https://a.example/x?b=1");
  expect(cleanAddress("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1")).toBe(
    "https://a.example/",
  );
  expect(cleanAddress("https://user:secret@a.example/")).toBe("https://a.example/");
  for (const none of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "/home",
    "",
    "vbscript:x",
    "mailto:a b",
  ])
    expect(cleanAddress(none), none).toBeUndefined();
});
