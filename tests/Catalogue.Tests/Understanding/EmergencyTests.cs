using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Tests.Understanding;

/// <summary>Emergencies come first; what only sounds like one does not.</summary>
public sealed class EmergencyTests
{
    private const string None = "-";

    public static TheoryData<string, string> Emergencies { get; } = [];

    public static TheoryData<string> OtherStories { get; } = [];

    static EmergencyTests()
    {
        foreach (var (kind, said) in Desk.Lines("emergencies.txt"))
        {
            if (kind == None) OtherStories.Add(said);
            else Emergencies.Add(kind, said);
        }
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void An_emergency_is_first_and_sure(string kind, string said)
    {
        var found = Desk.Open.Find(said);

        Assert.Equal((kind, 1.0), (found.Emergency, found.Best.Score));
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void Its_signs_alone_tell_it(string kind, string said) => Assert.Equal(kind, Desk.Open.EmergencyIn(said)?.Kind);

    [Theory]
    [MemberData(nameof(OtherStories))]
    public void What_is_over_or_only_a_manner_of_speaking_is_none(string said)
    {
        Assert.Null(Desk.Open.EmergencyIn(said));
        Assert.NotEqual(Meanings.Emergency, Desk.Open.Find(said).Best.Code);
    }

    [Fact]
    public void A_house_that_burnt_down_leads_to_emergency_aid() =>
        Assert.Contains(Desk.Open.Find("家里着火烧没了,想申请救助").Ranked.Take(Understood.Offered), meaning => meaning.Code == "D3.1");

    [Theory]
    [InlineData("fire", "119")]
    [InlineData("violence", "110")]
    [InlineData("collapse", "120")]
    [InlineData("wish-to-die", "12356")]
    public void The_right_number_comes_first(string kind, string phone) => Assert.Equal(phone, Desk.Open.Emergency(kind).Calls[0].Phone);
}
