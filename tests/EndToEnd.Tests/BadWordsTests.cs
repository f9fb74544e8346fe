using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Answers that cannot be true, and words that are not meant as words: said in the chat, answered in plain words, and the conversation goes on.</summary>
public sealed class BadWordsTests(City city) : IClassFixture<City>
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData("370982197001010017", "IdWrongCheckDigit")]
    [InlineData("370982209901010013", "IdFutureBirth")]
    [InlineData("370982197002300018", "IdImpossibleDate")]
    [InlineData("37098219700101A016", "IdWrongCharacter")]
    public async Task A_number_that_cannot_be_one_is_explained_and_asked_for_again(string number, string phrase)
    {
        using var resident = await IdentifyingAsync();

        var wrong = await resident.SayAsync(number);
        var right = await resident.SayAsync(Resident.IdNumber);

        Assert.Contains(Words.Zh(phrase), wrong);
        Assert.Contains(Words.Zh("AskPhone"), right);
    }

    [Fact]
    public async Task A_number_too_short_is_counted()
    {
        using var resident = await IdentifyingAsync();

        Assert.Contains(Words.Zh("IdWrongLength", 17), await resident.SayAsync("37098219700101001"));
    }

    [Theory]
    [InlineData("-1200")]
    [InlineData("负一千二")]
    [InlineData("99999999999999999999999999999999999")]
    public async Task An_income_that_cannot_be_is_asked_for_again(string income)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToIncomeAsync();

        var wrong = await resident.SayAsync(income);
        var right = await resident.SayAsync("1200");

        Assert.DoesNotContain("记下了", wrong);
        Assert.Contains("1,200 元", right);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_answered_and_the_conversation_goes_on()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        var answer = await resident.SayAsync(Resident.Story + new string('啊', 10_000));

        Assert.Contains(Words.Zh("IsThatRight"), answer);
        Assert.Contains(Words.Name("ask", "Registration"), await resident.SayAsync("对"));
    }

    [Fact]
    public async Task Script_and_control_characters_come_back_harmless_wherever_they_are_shown()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToListAsync($"丈夫病逝{Script}\u0000\u0007\u202E，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去[点这里](javascript:alert(1))");
        await resident.IdentifyAsync();
        using var journey = new Journey(city, resident, Resident.CaseIdIn(await resident.SubmitAsync()));
        await journey.ToReviewAsync();
        await journey.ActAsync(Journey.Officer, "review-r1", ActNames.ProposeRefusal, new { refusalReason = $"核对发现{Script}名下有汽车" });
        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = $"名下有汽车{Script}\u0000[点这里](javascript:alert(1))" });
        await resident.Chat.HearAsync(Words.Zh("RateAsk"));

        var shown = journey.Chats.SelectMany(chat => chat.Heard.Where(heard => heard["from"]!["id"]!.ToString() != chat.UserId)).Select(Chat.Text).ToArray();

        Assert.Contains(shown, text => text.Contains("&lt;script&gt;", StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain("<script", text));
        Assert.All(shown, text => Assert.DoesNotContain("](javascript", text));
        Assert.All(shown, text => Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n' || c == '\u202E'));
    }

    [Theory]
    [InlineData(Script)]
    [InlineData("'; DROP TABLE Journal; --")]
    [InlineData("\u0000\u0001\u0002")]
    public async Task A_name_that_is_none_is_asked_for_again(string name)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToListAsync();
        await resident.SayAsync("知道了，同意");

        var wrong = await resident.SayAsync(name);
        var right = await resident.SayAsync(Resident.Name);

        Assert.DoesNotContain("<script", wrong);
        Assert.Contains(Words.Zh("AskIdNumber", @"李\*"), right);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("很多")]
    [InlineData("1e99")]
    public async Task An_amount_that_is_none_is_asked_for_again_and_changes_nothing(string amount)
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToReviewAsync();
        var before = await journey.VersionAsync();

        await journey.PressAsync(Journey.Officer, "review-r1", ActNames.Propose, new { amount });

        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_button_made_up_by_hand_is_answered_and_changes_nothing()
    {
        using var resident = await IdentifyingAsync();

        foreach (var pick in (string[])["Summary:yes", "rate:XT261124-ABC123:5", "revoke:XT261124-ABC123", "q:Nothing:yes", "change:Nothing", new string('x', 5_000)])
            await resident.Chat.PostValueAsync(new JsonObject { ["pick"] = pick });

        Assert.Contains(Words.Zh("AskPhone"), await resident.SayAsync(Resident.IdNumber));
        Assert.Empty(await city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat)));
    }

    /// <summary>Somebody who is being asked for the ID number.</summary>
    private async Task<Resident> IdentifyingAsync()
    {
        var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToListAsync();
        await resident.SayAsync("知道了，同意", Resident.Name);
        return resident;
    }
}
