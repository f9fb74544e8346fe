using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Tests;

/// <summary>Every procedure that takes applications is walked by the domain, from the submission to the end, with everybody doing their part.</summary>
public sealed class EveryProcedureTests
{
    private static readonly CityCatalogue City = CityCatalogue.Load();

    public static TheoryData<string, string> Procedures
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var service in City.Services.Where(service => service.TakesApplications))
            {
                foreach (var procedure in service.Procedures)
                    all.Add(service.Code, procedure.Version);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void It_ends_with_an_approval(string service, string version)
    {
        var walk = Walk.Of(City, service, version);

        var ended = walk.ToTheEnd();

        Assert.True(ended.IsClosed);
        Assert.IsType<CaseOutcome.Approved>(ended.Decision!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void It_ends_with_a_refusal(string service, string version)
    {
        var walk = Walk.Of(City, service, version);

        var ended = walk.ToTheEnd(refuse: true);

        Assert.True(ended.IsClosed);
        Assert.IsType<CaseOutcome.Refused>(ended.Decision!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void It_ends_after_it_went_back_once(string service, string version)
    {
        var walk = Walk.Of(City, service, version);

        var ended = walk.ToTheEnd(goesBack: true);

        Assert.Equal((true, 2), (ended.IsClosed, ended.Round));
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void What_is_approved_is_what_the_service_grants(string service, string version)
    {
        var walk = Walk.Of(City, service, version);

        var approved = (CaseOutcome.Approved)walk.ToTheEnd().Decision!.Outcome;

        Assert.Equal(
            walk.Procedure.Grants switch
            {
                Grants.Nothing => (false, false, false),
                Grants.Once => (false, false, true),
                _ => (true, true, false),
            },
            (approved.Monthly is not null, approved.PaidFrom is not null, approved.Once is not null));
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void It_ends_when_everything_that_may_follow_later_does(string service, string version)
    {
        var walk = Walk.Of(City, service, version, later: true);

        Assert.True(walk.ToTheEnd().IsClosed);
    }

    [Theory]
    [InlineData("A1.1", 1)]
    [InlineData("A1.2", 2)]
    [InlineData("D1.2", 0)]
    [InlineData("A5.2", 0)]
    public void Visits_of_the_household_are_counted(string service, int visits) =>
        Assert.Equal(visits, Walk.Of(City, service, City.Find(service)!.Procedures[^1].Version).ToTheEnd().Visits.Length);

    [Fact]
    public void A_disability_subsidy_is_paid_from_the_month_of_application()
    {
        var walk = Walk.Of(City, "D5.1", City.Find("D5.1")!.Procedures[^1].Version);

        var approved = (CaseOutcome.Approved)walk.ToTheEnd().Decision!.Outcome;

        Assert.Equal(walk.AppliedOn.AddDays(1 - walk.AppliedOn.Day), approved.PaidFrom);
    }

    [Fact]
    public void Emergency_relief_does_not_wait_for_papers()
    {
        var walk = Walk.Of(City, "D3.1", City.Find("D3.1")!.Procedures[^1].Version, later: true);

        var ended = walk.ToTheEnd();

        Assert.True(ended.DeliveredAt < ended.Documents[0].AddedAt);
    }

    [Fact]
    public void Other_results_wait_for_the_papers_that_were_to_follow()
    {
        var walk = Walk.Of(City, "A7.1", City.Find("A7.1")!.Procedures[^1].Version, later: true);

        var ended = walk.ToTheEnd();

        Assert.True(ended.Documents[0].AddedAt <= ended.DeliveredAt);
    }
}
