using System.Net;
using System.Text.RegularExpressions;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A widow who cleans, with two children at school and a mother-in-law. Made up, like every number of hers.</summary>
public sealed partial class Resident : IDisposable
{
    public const string Name = "李秀兰";
    public const string IdNumber = "370982197001010016";
    public const string Phone = "13805381234";
    public const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";
    public const string WithAgent = "请代办员帮忙";
    public const string Alone = "我自己来";

    private static readonly string[] Household = ["对", "是", "农村", "4口人", "1200", "没有", "没有", "没有", "没有", "没有"];

    private Resident(Chat chat) => Chat = chat;

    public Chat Chat { get; }

    public static async Task<Resident> OpenAsync(Uri publicUrl, CookieContainer? cookies = null) => new(await Chat.AsResidentAsync(publicUrl, cookies));

    /// <summary>Says each of these in turn.</summary>
    /// <returns>The answer to the last.</returns>
    public async Task<string> SayAsync(params IEnumerable<string> words)
    {
        var answer = "";
        foreach (var sentence in words) answer = await Chat.SayAsync(sentence);
        return answer;
    }

    /// <returns>The verdict.</returns>
    public Task<string> TellAsync(string story = Story) => SayAsync([story, .. Household]);

    /// <returns>The list of materials and the personal-data notice.</returns>
    public Task<string> ApplyAsync() => SayAsync("现在申请");

    /// <returns>The summary.</returns>
    public Task<string> IdentifyAsync(string mandate = WithAgent) => SayAsync("知道了，同意", Name, IdNumber, Phone, "史家庄", mandate);

    /// <summary>From the first word to the list of materials.</summary>
    public async Task<string> ToListAsync(string story = Story)
    {
        await TellAsync(story);
        return await ApplyAsync();
    }

    /// <summary>From the first word to the summary.</summary>
    public async Task<string> ToSummaryAsync(string mandate = WithAgent)
    {
        await ToListAsync();
        return await IdentifyAsync(mandate);
    }

    /// <returns>The receipt.</returns>
    public Task<string> SubmitAsync() => SayAsync("提交");

    /// <summary>From the first word to the receipt.</summary>
    /// <returns>The case number.</returns>
    public async Task<string> FileAsync(string mandate = WithAgent)
    {
        await ToSummaryAsync(mandate);
        return CaseIdIn(await SubmitAsync());
    }

    /// <summary>Waits until the bot has named a case number.</summary>
    public async Task<string> HearNumberAsync()
    {
        var numbers = Chat.Heard.Select(Chat.Text).Where(text => CaseNumber().IsMatch(text));
        await Chat.UntilAsync(() => numbers.Any());
        return CaseIdIn(numbers.First());
    }

    public static string CaseIdIn(string words) => CaseNumber().Match(words) is { Success: true } number
        ? number.Value
        : throw new InvalidOperationException("No case number in: " + words);

    public void Dispose() => Chat.Dispose();

    [GeneratedRegex("XT[0-9]{6}-[0-9A-Z]{6}")]
    private static partial Regex CaseNumber();
}
