namespace OneVisit.EndToEnd.Tests;

/// <summary>A son in town applies for his mother in the village (替人办理). Both made up, like every number of theirs.</summary>
public sealed class ActingTests(City city) : IClassFixture<City>
{
    private const string Mother = "张桂英";
    private const string MothersNumber = "370982194503070023";
    private const string MothersPhone = "13905381111";
    private const string Son = "李建国";
    private const string Daughter = "李小梅";
    private const string DaughtersNumber = "370982199506010029";
    private const string DaughtersPhone = "13900000024";

    [Fact]
    public async Task A_son_applies_with_his_mothers_letter_the_offices_see_it_and_she_takes_it_back()
    {
        using var journey = await BeginAsync(city);
        var son = journey.Resident;

        Assert.Contains(Words.Zh("CaseActedFor"), await son.SayAsync("我的办件"), StringComparison.Ordinal);
        Assert.Contains(Words.Zh("CaseActor"), Chat.Text(await journey.CardAsync(Journey.Officer, "collect-r1")), StringComparison.Ordinal);

        using var mother = await Resident.OpenAsync(city.PublicUrl);
        Assert.Contains(Words.Zh("CaseActor"), await mother.ProveAsync(Mother, MothersNumber), StringComparison.Ordinal);
        Assert.Contains(journey.CaseId, await mother.SayAsync("不让他替我办了"), StringComparison.Ordinal);
        Assert.Contains(Words.Zh("EndActingDone"), await mother.SayAsync("是"), StringComparison.Ordinal);

        await son.Chat.HearAsync(Words.Name("acting-end", "person"));
        Assert.Contains(Words.Zh("CaseNotFound"), await son.SayAsync(journey.CaseId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mother_who_applied_herself_lets_her_daughter_go_on_who_comes_in_on_her_own_telephone()
    {
        using var journey = await Journey.BeginAsync(city, Resident.Alone);
        var asked = await journey.Resident.SayAsync("请我女儿接着替我办", Daughter, DaughtersNumber, DaughtersPhone, Words.Zh("ChoiceUntilDone"));
        Assert.Contains(Words.Literal("NameActingAsk"), asked, StringComparison.Ordinal);
        Assert.DoesNotContain(DaughtersNumber, asked, StringComparison.Ordinal);
        Assert.Contains(Words.Literal("NameActingDone"), await journey.Resident.SayAsync("对"), StringComparison.Ordinal);

        using var daughter = await Resident.OpenAsync(city.PublicUrl);
        Assert.Contains(Words.Literal("ProveMoved"), await daughter.ProveAsync(Daughter, DaughtersNumber), StringComparison.Ordinal);

        await journey.Resident.Chat.HearAsync(Words.Literal("NoticeMovedToActing"));
        Assert.Contains(Words.Zh("CaseNotFound"), await journey.Resident.SayAsync(journey.CaseId), StringComparison.Ordinal);
    }

    /// <summary>The son has told it and handed it in.</summary>
    internal static async Task<Journey> BeginAsync(City city)
    {
        var son = await Resident.OpenAsync(city.PublicUrl);
        await son.TellAsync("我替我妈申请低保，她一个人在村里过不下去");
        Assert.Contains(Words.Literal("AskActingBasisGrown"), await son.SayAsync("农村低保"), StringComparison.Ordinal);
        Assert.Contains(Words.Literal("AskActingUntil"), await son.SayAsync(Words.Zh("ChoiceEntrusted")), StringComparison.Ordinal);
        Assert.Contains("委托书和受托人身份证", await son.SayAsync(Words.Zh("ChoiceUntilDone")), StringComparison.Ordinal);
        var summary = await son.SayAsync("知道了，同意", Mother, MothersNumber, Son, Resident.IdNumber, Resident.Phone, MothersPhone, "史家庄", Resident.NoKin);
        Assert.Contains(Words.Zh("SummaryActor"), summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Resident.IdNumber, summary, StringComparison.Ordinal);
        return new(city, son, Resident.CaseIdIn(await son.SubmitAsync()));
    }
}
