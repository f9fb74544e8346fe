using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class SubmittingTests
{
    private static readonly Accepted AcceptedOnTheSpot = new(
        new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 30), false, BeijingTime.StartOf(new DateOnly(2026, 3, 26)), BeijingTime.EndOf(new DateOnly(2026, 3, 30)));

    [Fact]
    public void An_application_is_accepted_on_the_spot_with_its_due_date() =>
        CaseDecisions.Submit(Town.Application, false, Town.Procedure, Town.Calendar, Town.Start).Brings(Town.Application, AcceptedOnTheSpot);

    [Fact]
    public void A_mandate_to_the_agent_comes_with_the_application() =>
        CaseDecisions.Submit(Town.Application, true, Town.Procedure, Town.Calendar, Town.Start).Brings(
            Town.Application, AcceptedOnTheSpot, new MandateGranted(Mandate.CollectAndSubmit, "village/370982103201", new DateOnly(2026, 6, 2)) { Number = "XT260302-7K2M9Q-W1", From = new DateOnly(2026, 3, 2) });

    [Fact]
    public void The_applicant_is_journalled_masked() =>
        Assert.Equal("张*", Assert.IsType<Decision.Accepted>(CaseDecisions.Submit(Town.Application, false, Town.Procedure, Town.Calendar, Town.Start)).Actor.Name);

    [Fact]
    public void An_application_on_a_Sunday_counts_from_Monday() =>
        Assert.Equal(new DateOnly(2026, 3, 27), On(Town.At(3, 1)).DueOn);

    [Fact]
    public void An_application_just_before_midnight_in_Beijing_belongs_to_that_day() =>
        Assert.Equal(new DateOnly(2026, 3, 2), On(BeijingTime.EndOf(new DateOnly(2026, 3, 2)).AddTicks(-1)).On);

    [Fact]
    public void A_due_date_in_a_year_without_a_calendar_is_provisional()
    {
        var december = BeijingTime.StartOf(new DateOnly(2026, 12, 21));

        Assert.True(On(december).DueIsProvisional);
    }

    [Fact]
    public void The_case_knows_that_its_due_date_is_provisional() =>
        Assert.IsType<DueDate.Provisional>(new Story([], Town.Start)
            .After(CaseDecisions.Submit(Town.Application, false, Town.Procedure, Town.Calendar, BeijingTime.StartOf(new DateOnly(2026, 12, 21)))).Case.Promise!.Due);

    [Fact]
    public void An_application_without_a_list_promises_nothing_and_is_refused() =>
        CaseDecisions.Submit(Town.Application with { Materials = [] }, false, Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.MaterialsMissing);

    private static Accepted On(DateTimeOffset now) =>
        Assert.IsType<Decision.Accepted>(CaseDecisions.Submit(Town.Application, false, Town.Procedure, Town.Calendar, now)).Events.OfType<Accepted>().Single();
}
