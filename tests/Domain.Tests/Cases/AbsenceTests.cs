using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Days on which somebody is not there, and who may say so.</summary>
public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly StaffAbsence Ill = new(Today, "发烧", Today.AddDays(4));
    private static readonly StaffMember Neighbour = Town.Staff("qin-agent", "秦芳", Role.VillageAgent, "village/370982103202");
    private static readonly StaffMember Head = Town.Staff("zhai-head", "郑海涛", Role.TownshipHead, "township/370982103");

    [Fact]
    public void It_counts_from_its_first_day_through_its_last()
    {
        var away = Noted(Town.Agent, Ill, Town.Agent);

        Assert.Equal([false, true, true, false], new[] { Today.AddDays(-1), Today, Today.AddDays(4), Today.AddDays(5) }.Select(away.IsAwayOn));
    }

    [Fact]
    public void Noted_twice_for_the_same_day_the_later_word_counts() =>
        Assert.Equal(Ill with { To = null }, Assert.Single(Noted(Noted(Town.Agent, Ill, Town.Agent), Ill with { To = null }, Town.Agent).Absences));

    [Fact]
    public void The_person_their_township_and_the_city_note_it() =>
        Assert.All(new[] { Town.Agent, Head, Town.Chief, Town.BureauOfficer }, by => Assert.True(AbsenceDecisions.MayNote(Town.Agent, by, Today)));

    [Fact]
    public void A_colleague_and_another_township_do_not() => Assert.All(
        new[] { Neighbour, Town.Officer, Town.Staff("dong-head", "东方", Role.TownshipHead, "township/370982101"), Town.Filing },
        by => Assert.Equal(AbsenceRefusal.NotTheirs, Refused(AbsenceDecisions.Record(Town.Agent, Ill, by, null, Today)).Reason));

    [Fact]
    public void Who_stands_in_holds_such_a_post_nearby_and_is_there()
    {
        Assert.IsType<AbsenceDecision.Accepted>(AbsenceDecisions.Record(Town.Agent, Ill with { StandIn = "qin-agent" }, Head, Neighbour, Today));
        Assert.All(
            new[] { null, Town.Agent, Town.Officer, Neighbour with { Absences = [Ill] } },
            standIn => Assert.Equal((AbsenceRefusal.StandInCannot, "standIn"), (Refused(AbsenceDecisions.Record(Town.Agent, Ill with { StandIn = "x" }, Head, standIn, Today)) is var why ? why.Reason : default, why.Field)));
    }

    [Theory]
    [InlineData(-32, 0, "from")]
    [InlineData(0, -1, "to")]
    [InlineData(400, 401, "from")]
    [InlineData(0, 400, "to")]
    public void Days_that_cannot_be_are_told_by_field(int from, int to, string field) =>
        Assert.Equal((AbsenceRefusal.WrongPeriod, field), (Refused(AbsenceDecisions.Record(Town.Agent, new(Today.AddDays(from), "发烧", Today.AddDays(to)), Head, null, Today)) is var why ? why.Reason : default, why.Field));

    [Fact]
    public void Without_a_reason_it_is_not_noted() => Assert.Equal("reason", Refused(AbsenceDecisions.Record(Town.Agent, Ill with { Reason = "  " }, Head, null, Today)).Field);

    [Fact]
    public void Who_is_back_is_back_from_then_on()
    {
        var back = Assert.IsType<AbsenceDecision.Accepted>(AbsenceDecisions.End(Noted(Town.Agent, Ill, Town.Agent), Today.AddDays(-1), Head, Today)).Member;

        Assert.False(back.IsAwayOn(Today));
    }

    [Fact]
    public void Who_never_was_away_is_told_so() => Assert.Equal(AbsenceRefusal.NotAway, Refused(AbsenceDecisions.End(Town.Agent, Today, Head, Today)).Reason);

    private static StaffMember Noted(StaffMember who, StaffAbsence wish, StaffMember by) => Assert.IsType<AbsenceDecision.Accepted>(AbsenceDecisions.Record(who, wish, by, null, Today)).Member;

    private static AbsenceDecision.Refused Refused(AbsenceDecision decision) => Assert.IsType<AbsenceDecision.Refused>(decision);
}
