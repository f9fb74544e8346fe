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

    /// <summary>For whom it is.</summary>
    public const string Myself = "给我自己（我家）";

    /// <summary>Nobody of hers works in the offices.</summary>
    public const string NoKin = "没有";

    // What she answers, by what is asked, in whatever order; to all else there is nothing of it.
    private static readonly Dictionary<string, string> Household = new() { ["Registration"] = "农村", ["Members"] = "4口人", ["MonthlyIncome"] = "1200", ["Homes"] = "没有" };

    private const int MostQuestions = 30;

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
    public Task<string> TellAsync(string story = Story) => TellAsync(story, Household);

    /// <summary>The same household, which spent a good deal on illness.</summary>
    /// <returns>The verdict.</returns>
    public Task<string> TellOfIllnessAsync() => TellAsync(Story, new Dictionary<string, string>(Household) { ["Spending"] = "1", ["MedicalSpending"] = "12000" });

    private async Task<string> TellAsync(string story, IReadOnlyDictionary<string, string> answers) =>
        await AnswerAsync(await SayAsync(story, "对"), Words.Asks, answers, "都没有", Words.Zh("ReviewTitle"), "对");

    /// <summary>Answers what is asked until all is answered, and looks over it.</summary>
    /// <param name="asked">What was just said.</param>
    /// <returns>The verdict.</returns>
    public async Task<string> AnswerAsync(string asked, IEnumerable<(string Question, string Words)> questions, IReadOnlyDictionary<string, string> answers, string nothing, string review, string yes)
    {
        for (var left = MostQuestions; !asked.Contains(review, StringComparison.Ordinal); left--)
        {
            if (left == 0) throw new InvalidOperationException("Asked and asked: " + asked);
            var question = questions.FirstOrDefault(each => asked.Contains(each.Words, StringComparison.Ordinal)).Question;
            asked = await SayAsync(question is not null && answers.TryGetValue(question, out var answer) ? answer : nothing);
        }
        return await SayAsync(yes);
    }

    /// <summary>From the first word to the question for the income.</summary>
    public async Task ToIncomeAsync()
    {
        var income = Words.Name("ask", "MonthlyIncome");
        var asked = await SayAsync(Story, "对");
        for (var left = MostQuestions; !asked.Contains(income, StringComparison.Ordinal) && left > 0; left--)
        {
            var question = Words.Asks.FirstOrDefault(each => asked.Contains(each.Words, StringComparison.Ordinal)).Question;
            asked = await SayAsync(question is not null && Household.TryGetValue(question, out var answer) ? answer : "都没有");
        }
    }

    /// <returns>The list of materials and the personal-data notice.</returns>
    public async Task<string> ApplyAsync() => $"{await SayAsync("农村低保", Myself)}\n{await SayAsync("都能带来")}";

    /// <returns>The summary.</returns>
    public async Task<string> IdentifyAsync(string mandate = WithAgent)
    {
        await SayAsync("知道了，同意", Name, IdNumber, Phone, "史家庄", mandate);
        if (mandate == WithAgent) await SignAsync();
        return await SayAsync(NoKin);
    }

    /// <summary>Signs the mandate with the code that the demonstration shows in place of a telephone.</summary>
    /// <returns>What is asked next.</returns>
    public async Task<string> SignAsync() => await SayAsync(DemoCode().Match(await SayAsync(Words.Zh("ChoiceSignByCode"))).Groups["code"].Value);

    /// <summary>Says who one is, with the code that the demonstration shows in place of a telephone.</summary>
    /// <returns>Their cases.</returns>
    public async Task<string> ProveAsync(string name = Name, string number = IdNumber)
    {
        var asked = await SayAsync(Words.Zh("ChoiceAppliedBefore"), name, number);
        return await SayAsync(DemoCode().Match(asked).Groups["code"].Value);
    }

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

    [GeneratedRegex("验证码是 (?<code>[0-9]{6})")]
    private static partial Regex DemoCode();

    [GeneratedRegex("XT[0-9]{6}-[0-9A-Z]{6}")]
    private static partial Regex CaseNumber();
}
