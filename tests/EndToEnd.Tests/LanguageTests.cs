using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Chinese first; who writes English is answered in English, and only then.</summary>
public sealed class LanguageTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task Writing_English_switches_the_language()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        var answer = await resident.SayAsync("My husband died, I have two children at school and cannot make ends meet");

        Assert.Contains(Words.En("IsThatRight"), answer);
    }

    [Fact]
    public async Task Somebody_who_speaks_English_applies_in_English()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        var answers = new Dictionary<string, string> { ["Registration"] = "rural", ["Members"] = "4 people", ["MonthlyIncome"] = "1200" };
        var asked = await resident.SayAsync("My husband died, I have two children at school and cannot make ends meet", "yes");
        await resident.AnswerAsync(asked, Words.EnglishAsks, answers, "none", Words.En("ReviewTitle"), "yes");
        var receipt = await resident.SayAsync(
            "Rural subsistence allowance", Words.En("ChoiceForMyself"), Words.En("ChoiceBringAll"), "I agree", Resident.Name, Resident.IdNumber, Resident.Phone, "史家庄", Words.En("ChoiceMandateNo"), Words.En("ChoiceHaveNot"), "submit");
        var cases = await city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat));

        Assert.Contains(Words.En("ReceiptTitle"), receipt);
        Assert.Equal(Resident.CaseIdIn(receipt), Assert.Single(cases).CaseId);
    }

    [Fact]
    public async Task Asked_for_by_name_Chinese_comes_back()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.SayAsync("English");

        var answer = await resident.SayAsync("中文");

        Assert.Contains(Words.Zh("LanguageNow"), answer);
    }

    [Theory]
    [InlineData("XT261124-ZZZZZZ")]
    [InlineData("xt261124-w2qp3r")]
    public async Task A_case_number_is_no_English(string number)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        var answer = await resident.SayAsync(number);

        Assert.Contains(Words.Zh("CaseNotFound"), answer);
    }
}
