using System.Collections.Frozen;
using System.Text;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Authority;

/// <summary>The table of acts on paper, for a lawyer of the bureau: Markdown, in Chinese with English headings. What it says is the table's; its words are in <c>words.txt</c>.</summary>
public static class ActSheet
{
    private static readonly FrozenDictionary<string, Text> Words = ReadWords().ToFrozenDictionary(word => word.Code, word => word.Text, StringComparer.Ordinal);

    /// <param name="command">With which it is printed anew.</param>
    public static string Print(ActTable table, string command)
    {
        var sheet = new StringBuilder();
        sheet.Append($"# {Both("title")}\n\n{Words["intro"].Zh}\n\n{Words["intro"].En}\n\n{Both("anew")}: `{command}`\n");
        foreach (var (kind, heading) in ((ActKind, string)[])[(ActKind.Operation, "operations"), (ActKind.CaseAct, "case"), (ActKind.MatterAct, "matter")])
        {
            sheet.Append($"\n## {Both(heading)}\n\n| {string.Join(" | ", ((string[])["what", "who", "never", "when", "others", "why"]).Select(Both))} |\n|---|---|---|---|---|---|\n");
            foreach (var line in table.All.Where(line => line.Kind == kind))
                sheet.Append($"| {Row(line)} |\n");
        }
        sheet.Append($"\n## {Both("words")}\n\n| 中文 | English |\n|---|---|\n");
        foreach (var post in Standing.Posts)
            sheet.Append($"| {NameOf(post).Zh} | {NameOf(post).En} |\n");
        foreach (var (_, text) in ReadWords().TakeWhile(word => word.Code != "title"))
            sheet.Append($"| {text.Zh} | {text.En} |\n");
        return sheet.ToString();
    }

    private static string Row(ActLine line) => string.Join(" | ", (string[])
    [
        $"{line.Title}<br>`{line.Act}`", Each(line.Written), Each(line.WrittenNever), Each(line.WrittenWhen), line.IsForAnybody ? "" : Words[line.WrittenDenial].Zh, line.Why,
    ]);

    private static string Each(string written) => written == "-" ? "" : string.Join("；", written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Say));

    // official@here: the post, and how it stands to the case.
    private static string Say(string word)
    {
        var (post, at) = word.IndexOf('@', StringComparison.Ordinal) is >= 0 and var split ? (word[..split], word[split..]) : (word, null);
        var name = Roles.Parse(post) is { } role && role is not Role.Resident ? NameOf(role).Zh : Words[post].Zh;
        return at is null ? name : $"{name}〔{Words[at].Zh}〕";
    }

    private static Text NameOf(Role role) => DirectoryChoices.Posts.WordOf(role);

    private static string Both(string word) => $"{Words[word].Zh} {Words[word].En}";

    private static IEnumerable<(string Code, Text Text)> ReadWords()
    {
        using var stream = typeof(ActSheet).Assembly.GetManifestResourceStream("Authority/words.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } row)
        {
            if (row.Split('|', StringSplitOptions.TrimEntries) is [var code, var zh, var en])
                yield return (code, new Text(zh, en));
        }
    }
}
