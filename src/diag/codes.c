/* The codes: what each problem means, how it comes about and how to mend it. The printers and the reference in docs/
 * read this table and nothing else. Numbers and slugs come from CX_CODES.
 */
#include "cxmap/diag.h"

#include <stdlib.h>

/* One array for each slug, so that a row can name its own. */
static const struct Slugs {
#define X(number, name, slug) char name##_[sizeof slug];
  CX_CODES(X)
#undef X
} slugs = {
#define X(number, name, slug) slug,
    CX_CODES(X)
#undef X
};

#define ID(code) ((const char[6]){'C', 'X', '0' + (code) / 100, '0' + (code) / 10 % 10, '0' + (code) % 10})
#define ROW(name, severity_, summary_, explanation_)                                                                   \
  {                                                                                                                    \
    .code = name, .id = ID(name), .slug = slugs.name##_, .severity = severity_, .summary = summary_,                   \
    .explanation = explanation_                                                                                        \
  }
#define ERROR(name, summary, explanation) ROW(name, CX_ERROR, summary, explanation)
#define WARNING(name, summary, explanation) ROW(name, CX_WARNING, summary, explanation)

static const CxCodeInfo table[] = {
    /* ---- Files ---- */
    ERROR(CX_CANNOT_READ, "A file cannot be read.",
          "The file named on the command line does not exist, is a folder, or may not be read by you. Check the name "
          "for a typing mistake, and remember that it is seen from the folder you are in."),
    ERROR(CX_FILE_TOO_LARGE, "A file is larger than 16 MiB.",
          "Definitions are text, and even those of a large programme stay far below this limit; a file over it is "
          "usually an image or an export that was named by mistake. If it is right, split it and name the parts "
          "under `include`."),
    ERROR(CX_BAD_UTF8, "A file holds bytes that are not UTF-8 text.",
          "Definitions are written in UTF-8, the usual encoding of text. A file saved as Windows-1252, GBK, EUC-KR "
          "or UTF-16 has bytes that mean something else there, and a picture or a spreadsheet is no text at all. "
          "Save the file again and choose UTF-8 in the editor's dialogue, or convert it: `iconv -f GBK -t UTF-8 "
          "old.yaml`."),
    ERROR(CX_CONTROL_CHARACTER, "A text holds an invisible control character.",
          "Characters such as NUL, escape or backspace have no picture and no place in a map. They mostly come along "
          "when text is copied from a terminal or from a PDF. Delete the character at the place shown; tabs and line "
          "ends are fine."),
    ERROR(CX_OUTSIDE_ROOT, "A path leads out of the project's folder.",
          "Included files, images, fonts and themes must lie inside the project's root folder, links followed to "
          "their end, so that definitions from a stranger cannot read your files. The root is the folder of the "
          "first file on the command line. Move the file into the project, or name a folder that holds both with "
          "`--root`."),
    ERROR(CX_MISSING_FILE, "A file that a definition names does not exist.",
          "Paths under `include`, `photo`, `image` or `icon` are seen from the file they stand in, not from the "
          "folder you are in. Check the spelling, also upper and lower case, and whether the file was added to the "
          "project."),
    ERROR(CX_INCLUDE_CYCLE, "Files include each other in a circle.",
          "A file included another one, and that led back to the first, so there would be no end to it. The problem "
          "is shown at the entry that closes the circle. Take that entry out: the files of a project are merged, so "
          "each needs to be named only once."),

    /* ---- YAML ---- */
    ERROR(CX_YAML_SYNTAX, "The file is not valid YAML.",
          "YAML shows by indentation what belongs to what. The usual causes are a line that is indented differently "
          "from its neighbours, a tab used for indentation, a missing space after `:` or `-`, a bracket or quotation "
          "mark that is never closed, and a text that has `: ` or ` #` inside it or begins with a sign such as `*`, "
          "`&`, `@`, `%` or a quotation mark. Such a text needs quotation marks around the whole of it: `\"Note: "
          "call first\"`. The mistake is often on the line above the one shown."),
    ERROR(CX_EMPTY_DOCUMENT, "The file defines nothing.",
          "There is nothing in the file but blank lines and comments. The smallest useful file has a `title:`, and "
          "`stages:` with a `name:` each."),
    ERROR(CX_UNKNOWN_KEY, "A key is not part of the language at this place.",
          "Keys are never ignored silently, because a mistyped key would take its content out of the map without a "
          "word. Check the spelling, and the indentation: a key that is right can stand one level too deep or too "
          "high. A key of your own is welcome anywhere when it begins with `x-`."),
    ERROR(CX_DUPLICATE_KEY, "A key stands twice in the same map.",
          "Of two equal keys only one can count, and it is not clear which of them you mean. Join their content "
          "under one key, or rename the later one. This often happens when a stage is copied without its leading "
          "`-`, so that its keys join those of the stage above."),
    ERROR(CX_SEVERAL_DOCUMENTS, "The file holds more than one YAML document.",
          "A line `---` begins a new document, and a definition file is a single one. Take the line out, or move "
          "what follows it to a file of its own and name that under `include`."),
    ERROR(CX_NOT_A_MAP, "The file does not consist of keys with values.",
          "At its top level a file is a map: keys such as `title:`, `personas:` and `stages:`, each with its value. "
          "This one is a list or a single text. If it is a list of stages, write `stages:` above it; if it is one "
          "line, a space after the colon may be missing."),
    ERROR(CX_TOO_DEEP, "Definitions are nested more than 64 levels deep.",
          "No definition needs more than about a dozen levels. So many come from brackets that were opened and never "
          "closed, or from a file that was generated by mistake."),
    ERROR(CX_TOO_MANY_NODES, "The definitions hold more than 200,000 values.",
          "The limit counts every text, list and map of all included files, and whatever an alias (`*name`) stands "
          "for each time it is used. Aliases of aliases multiply quickly: write out less, or split the project into "
          "several files that are built one by one."),
    ERROR(CX_BAD_ALIAS, "An alias has no anchor to stand for.",
          "`*name` repeats what was marked `&name` earlier in the same file; it can be neither a later place nor "
          "another file, nor a part of itself. Mark the place that is meant, or put quotation marks around a text "
          "that happens to begin with `*`."),
    ERROR(CX_TEXT_TOO_LONG, "A single text is longer than 65,536 characters.",
          "That is a small book, and no map has room for it. The usual cause is a quotation mark that is not closed, "
          "so that the rest of the file becomes part of the text."),
    ERROR(CX_UNSUPPORTED_TAG, "A value is marked with a YAML tag.",
          "Tags such as `!!binary` or `!include` ask a program to treat a value in a special way. cxmap reads every "
          "value as the text that was typed and knows no tags: take it out. For a text that begins with `!`, put "
          "quotation marks around it. Other files are merged with the top-level key `include`."),
    ERROR(CX_KEY_NOT_TEXT, "A key is a list or a map instead of a word.",
          "A key has to be a plain word or text. Brackets or braces in front of a colon make it a list or a map; if "
          "they belong to the text, put quotation marks around it."),

    /* ---- Values ---- */
    ERROR(CX_MISSING_KEY, "A definition lacks a key that it cannot do without.",
          "Very few keys are needed, a stage's `name` for example; the problem is shown at the definition that lacks "
          "one. A key with nothing behind its colon counts as absent too."),
    ERROR(CX_WRONG_TYPE, "A value is of another kind than its key needs.",
          "A text stands where a list or a map is needed, or the other way round. Check the indentation: a line that "
          "is not indented far enough ends a list, and one without its `-` is no entry of it. Where a list is "
          "expected, a single entry may stand without `-`."),
    ERROR(
        CX_UNKNOWN_WORD, "A value is not one of the words that its key knows.",
        "Some keys take only certain words: `state` is `current` or `future`, `icon` the name of a built-in icon, for "
        "example. The message lists them or proposes the nearest one. The words are English in every language; the map "
        "shows them translated. An `icon` of your own is a path, with a dot or a slash."),
    ERROR(CX_NOT_A_NUMBER, "A value is no number.",
          "Numbers are written with digits and a point for the decimals, `0.5` or `-1`, without a unit, a per cent "
          "sign or separators between thousands."),
    ERROR(CX_OUT_OF_RANGE, "A number is smaller or larger than its key allows.",
          "The message names the range: traits run from 0 to 1, ratings from 0 to 5, `impact` and `effort` from 1 to "
          "5. If your data is on another scale, convert it. An item's `span` ends with the journey's last column."),
    ERROR(CX_BAD_DATE, "A value is not a date.",
          "Dates are written from the year down, as exactly as you know them: `2026`, `2026-03` or `2026-03-02`. The "
          "day must exist in the calendar."),
    ERROR(CX_BAD_LINK, "A link is not a web or mail address.",
          "Maps are passed on, and a click in them must not surprise anybody: links begin with `https:`, `http:` or "
          "`mailto:`. An address copied without its beginning needs `https://` in front."),
    ERROR(CX_BAD_COLOUR, "A value is not a colour.",
          "Colours are written `#rgb` or `#rrggbb` with hexadecimal digits, `#0a5` or `#00aa55`, or as the name of a "
          "colour of the theme. In YAML `#` begins a comment, so quotation marks are needed: `'#0a5'`."),
    ERROR(CX_BAD_LENGTH, "A value is not a length.",
          "Lengths are a number and a unit without a space between them: `12mm`, `3in`, `40pt`. The columns of a "
          "grid also take a bare number or a share such as `2fr`."),
    ERROR(CX_BAD_ID, "A name cannot serve as an id.",
          "Ids are what other definitions refer to, so they are kept simple: letters and digits of any script, `_` "
          "and `-`, without spaces. Write the full name under `name` or `title`, where every character is allowed."),
    ERROR(CX_BAD_LANGUAGE, "A value is not a language tag.",
          "Languages are named by the tags of BCP 47: `en`, `ko`, `zh-Hans`, `pt-BR`. Write the tag, not the "
          "language's name, and a hyphen, not an underscore."),
    ERROR(CX_MISSING_LANGUAGE, "A text in several languages lacks the document's own.",
          "A text written as a map of languages must have an entry for the language that the document names with "
          "`lang`, because that is what every other map falls back to. Add the entry, or change the document's "
          "`lang`."),
    ERROR(CX_UNSUPPORTED_KEY, "A key of the language that this version of cxmap does not draw yet.",
          "The key is written rightly, but this version cannot do anything with it, and says so rather than leave "
          "its content out in silence. Use a newer version, or put `x-` in front of the key to set it aside."),
    ERROR(CX_UNSUPPORTED_VERSION, "The file is written in another version of the language.",
          "`cxmap:` at the top of a file names the version of the language it is written in; this program reads "
          "version 1. Leave the key out, write `cxmap: 1`, or use a newer program."),
    ERROR(CX_EXCLUSIVE_KEYS, "Two keys contradict each other.",
          "Some keys are two ways to say the same thing, and only one of them can hold: `persona` and `personas` of "
          "a journey, `stages` at top level beside `journeys`, two kinds of content in one entry of `maps`. Keep the "
          "one that you mean."),
    ERROR(
        CX_OFF_SCALE, "A score lies outside its scale.",
        "Ratings of honeycombs and scorecards run from 0 to 5 unless they set another range with `scale: [low, high]`. "
        "Emotion scores run from -2 to 2 unless the document sets another range with `emotion_scale`. Convert the "
        "score, widen the scale with `emotion_scale: {min: 0, max: 10}`, or use a word such as `happy` or "
        "`frustrated`, which fits any scale."),
    ERROR(CX_BAD_SCALE, "A scale's lower end is not under its upper end.",
          "The lower end of a scale must be less than its upper end: "
          "`emotion_scale: {min: 0, max: 10, levels: {0: awful, 10: wonderful}}`."),

    ERROR(
        CX_BAD_GRID, "The grid of a canvas cannot be drawn.",
        "`grid` is a picture of the canvas in words: each text is a row, each word in it a cell, and cells of one name "
        "make one box; `.` leaves a cell empty. All rows have as many cells, a box is one rectangle, and every box "
        "that is defined stands in the grid. The problem is shown in the grid itself. The rules are those of "
        "grid-template-areas in CSS: `grid: [\"who scene scene\", \"who focus .\"]`."),

    /* ---- Between definitions ---- */
    ERROR(CX_DANGLING_ID, "An id is not defined anywhere.",
          "A definition refers to a persona, a touchpoint, a piece of evidence or something else by its id, and "
          "there is none of that id in the file and what it includes. Check the spelling, and that you wrote the id "
          "(the key in its section) and not the name. Where a document has a section `touchpoints`, one that is used "
          "only once can stand in the stage as `{name: …, channel: …}`."),
    ERROR(CX_DUPLICATE_ID, "Two definitions have the same id.",
          "An id must lead to one definition, also when the files of a project are merged. Rename one of them, and "
          "what refers to it. Stages and steps without an `id` get theirs from their name: two of the same name need "
          "an `id` each if something refers to them."),
    ERROR(CX_CONTRADICTION, "Two definitions say what cannot both be.",
          "A segment lists a persona whose own `segment` is another one. A persona is in one segment: take it out of "
          "the list, or change or remove its `segment`."),
    /* ---- Warnings ---- */
    WARNING(CX_GUESSED_LANGUAGE, "The document does not say in which language it is written.",
            "The language decides the shapes of Chinese characters, where lines may break, the direction of writing "
            "and the words that cxmap adds itself. It was guessed from the letters of the texts, which cannot tell "
            "Russian from Ukrainian, for example. Write it at the top of the file: `lang: ko`."),
    WARNING(CX_MISSING_GLYPH, "No font on this computer has a character of the text.",
            "The character is drawn as an empty box, or not at all. Install a font that has it, such as those of the "
            "Noto family (`fonts-noto-cjk` for Chinese, Japanese and Korean on Debian and Ubuntu)."),
    WARNING(CX_MISSING_FONT, "A font that was asked for is not installed.",
            "The map is drawn with another font in its place, so it looks different from what the theme intends and "
            "may look different on another computer. Install the font, or name one that you have."),
    WARNING(CX_NOTHING_TO_DRAW, "There is nothing to draw.",
            "The definitions are right, but none of them has a map of its own: a journey without stages, for "
            "example, or a file that holds evidence only. Add stages to a journey, or define a persona."),
    WARNING(CX_REPEATED, "The same thing is named twice.",
            "An entry stands more than once in a list where it counts only once, and the second one changes nothing. "
            "Mostly it was copied and not changed: take it out or name what was meant."),
    WARNING(
        CX_ARROW_NOT_DRAWN, "An arrow of a blueprint is left out.",
        "An arrow is drawn where both of its items are on the map, and on the same page of it. One of these stands in "
        "a lane that the blueprint does not show, or on another page, or the arrow leads back to its own item. "
        "Name the lane in the `lanes` of the map, take a larger paper, or take the arrow away."),
    WARNING(CX_SMALL_TYPE, "Type had to be made smaller than can be read well on its paper.",
            "A map is scaled to its paper, but not under 6.5 points for its smallest texts (10 on A1 and A0): then it "
            "is divided over several pages. One part of this map, a long text or a picture for example, is larger than "
            "a whole page, so all of it was scaled down further. Take a larger paper, or `fit`, or shorten that part."),
    WARNING(CX_LOW_CONTRAST, "A colour of a theme makes something hard to read.",
            "Text needs a contrast of 4.5 to 1 to its ground (7 to 1 in the theme `contrast`), icons and curves need 3 "
            "to 1; these are the ratios of WCAG 2.2. With the colour that the warning points at something on the maps "
            "has less. Take the colour that the warning names, which is the nearest of the same hue that would do, or "
            "change the other one of the two."),
    WARNING(CX_SEGMENT_SIZE, "A segment has fewer than two personas, or more than five.",
            "Two to five personas show what the people of a segment have in common and where they differ. One alone "
            "makes the segment look like a single person; more than five nobody keeps apart. A segment that names no "
            "persona, and that none names, is not counted, and anti-personas are not either."),
    WARNING(CX_SEGMENT_SHARES, "The shares of the segments add up to more than 100 %.",
            "Segments divide an audience, so nobody is in two of them. Shares that are percentages, or so many in so "
            "many, are added up; other texts are not looked at."),

    /* ---- Limits of drawing ---- */
    ERROR(CX_TOO_MANY_COLUMNS, "A map has more than 2,000 columns or steps, or a canvas more than 40 columns or rows.",
          "Nobody can read such a map, and most printers cannot print it. Tell the story in several journeys, and "
          "keep to the stages that matter for this persona. Divide a canvas into several."),
    ERROR(CX_PAGE_TOO_LARGE, "A page would be larger than 200 by 200 inches, or an image of it than 100 megapixels.",
          "200 inches, about five metres, is the largest page that PDF readers accept. Choose a paper size with "
          "`paper`, so that the map is spread over several pages, split the map, or for an image lower `--dpi`."),
    ERROR(CX_IMAGE_TOO_LARGE, "An image has more than 50 megapixels, or takes too long to draw.",
          "An image fills a few square centimetres of a map, where a thousand pixels a side are plenty. Scale it "
          "down with any image editor. Of an SVG image the work is counted before it is drawn: very long paths, "
          "many shadows and masks, dashed lines by the hundred, and shapes that use others that use others again add "
          "up. Simplify it, or export it as PNG."),
    ERROR(CX_BAD_IMAGE, "A file is not an image that can be drawn.",
          "Images are PNG, JPEG or SVG. This file is damaged, or of another kind with one of these names; open it in "
          "an image editor and export it again. An SVG image must be plain: UTF-8, without entities, and without "
          "pictures in it or from elsewhere. SVG images are drawn by librsvg, which must be installed for them."),

    ERROR(CX_TOO_MANY_MAPS, "`maps` lists more than 500 maps.",
          "A document of so many maps takes long to draw and is too long to read. List the maps in several files that "
          "include the same definitions, and build them one by one."),
    ERROR(CX_BAD_FONT, "A file is no font that can be used.",
          "A theme names a font file that cannot be read as a font: TrueType and OpenType fonts (.ttf, .otf) and "
          "collections of them (.ttc) can."),

    /* ---- Output ---- */
    ERROR(CX_CANNOT_WRITE, "A result cannot be written.",
          "The folder does not exist, may not be written to, or the disk is full. An older file of the same name was "
          "left as it was."),
    ERROR(CX_UNKNOWN_MAP, "There is no map of that id.",
          "The id given with `--map` is none that the file's definitions give. `cxmap list FILE` prints the ids of "
          "all maps that a build would draw."),
    ERROR(CX_UNKNOWN_PERSONA, "There is no persona of that id.",
          "The id given with `--persona` is none that the file defines under `personas`, nor that of its own "
          "`persona`."),

    /* ---- Flows and whys ---- */
    WARNING(
        CX_ORPHAN_STEP, "No step of a flow leads to this one.",
        "Nobody can come to the step, so something is missing before it: mostly its id was forgotten in the `next` of "
        "another step. A step that begins the flow has `kind: start`, one that only remarks on something "
        "`kind: note`. Steps that only lead to one another, in a circle, are reported once. Of more than three such "
        "steps "
        "one warning names the first ones, here as with the other warnings of flows."),
    WARNING(CX_DEAD_END, "A step of a flow leads nowhere.",
            "What happens after it is not told. Say what comes `next`, or give the step `kind: end` if it finishes the "
            "flow; a flow may have several ends."),
    WARNING(
        CX_UNLABELLED_EXIT, "An exit of a decision has no label.",
        "Where a decision has several exits, each needs the answer that leads to it, or nobody can follow the flow. "
        "Write them as a map, `next: {yes: pay, no: register}`, or give each entry of the list a `label`."),
    WARNING(CX_MISSING_START, "A flow has no start.",
            "The reader looks for the place where the customer comes in. Give that step `kind: start`; a flow may have "
            "several starts."),
    WARNING(CX_MISSING_END, "A flow has no end.",
            "Without an end nobody sees when the customer has reached what they came for. Give each step that finishes "
            "the flow `kind: end`, the one where they give up too."),
    WARNING(CX_OPEN_BRANCH, "A branch of 5 whys does not end in a root cause.",
            "The question was not asked to the end: the last answer is neither marked with `root: true` nor has a "
            "`because` of its own. Ask once more, or mark it; on the map it is shown as open until then."),
};

#define X(number, name, slug) +1
_Static_assert(G_N_ELEMENTS(table) == 0 CX_CODES(X), "each code has a row");
#undef X

const CxCodeInfo *cx_code_table(size_t *count) {
  *count = G_N_ELEMENTS(table);
  return table;
}

static int compare_code(const void *key, const void *row) {
  return (int)*(const CxCode *)key - (int)((const CxCodeInfo *)row)->code;
}

const CxCodeInfo *cx_code_info(CxCode code) {
  return bsearch(&code, table, G_N_ELEMENTS(table), sizeof *table, compare_code);
}
