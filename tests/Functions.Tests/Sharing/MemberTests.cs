using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>共同生活的家庭成员 over the wire: named, sealed, asked about, and never counted in two households.</summary>
public sealed class MemberTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Number = "370982194503070023";
    private readonly RegistryTwin platform = new();

    private static TaskOutcome Naming => new(ActNames.NameMember) { MemberName = "史秀兰", MemberIdNumber = Number, MemberAuthorised = true };

    [Fact]
    public async Task The_officer_sees_what_registries_say_about_a_member_beside_the_masked_name()
    {
        platform.Answer = (lookUp, _) => Task.FromResult(
            lookUp.Question == RegistryQuestion.Vehicles && lookUp.Person.Reveal() == Number ? new RegistryAnswer.Value("1", RegistryTwin.Day) : RegistryTwin.Ordinary(lookUp.Question));
        await using var office = await OpenAsync();
        var journey = await AtCheckAsync(office, Naming);

        var facts = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;

        Assert.Contains("家庭成员：史*（370982********0023）", facts);
        Assert.Contains(facts, line => line.StartsWith("和申报的不一样，请核实：史*（家庭成员）名下机动车：1 辆", StringComparison.Ordinal));
        Assert.DoesNotContain(platform.Asked, lookUp => lookUp.Person.Reveal() == Number && lookUp.Question is RegistryQuestion.RegisteredWhere or RegistryQuestion.HouseholdSize);
        Assert.DoesNotContain(facts, line => line.Contains(Number, StringComparison.Ordinal) || line.Contains("史秀兰", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_household_reads_that_somebody_was_entered()
    {
        await using var office = await OpenAsync();
        var journey = await AtCheckAsync(office, Naming);

        Assert.Equal("史*", (await journey.SeeAsync()).Timeline.Single(entry => entry.Kind == "member-named").Note);
    }

    [Theory]
    [InlineData("370982194503070024", true, "memberIdNumber")]
    [InlineData("", true, "memberIdNumber")]
    [InlineData(Applications.IdNumber, true, "memberIdNumber")]
    [InlineData(Number, false, "memberAuthorised")]
    public async Task What_is_wrong_is_said_at_its_field_and_changes_nothing(string number, bool authorised, string field)
    {
        await using var office = await OpenAsync();
        var journey = await AtCheckAsync(office);

        using var answer = await journey.TryAsync("verify-r1", Town.Officer, Naming with { MemberIdNumber = number, MemberAuthorised = authorised });
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], problem.Errors!.Keys);
        Assert.DoesNotContain(number.Length == 0 ? "史秀兰" : number, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, entry => entry.Kind == "member-named");
    }

    [Fact]
    public async Task Somebody_who_counts_in_another_household_is_seen_by_both()
    {
        await using var office = await OpenAsync();
        var other = await AtCheckAsync(office, Naming);
        var own = Applications.Ordinary();
        var journey = await Journey.BeginAsync(office, own with { Applicant = own.Applicant! with { IdNumber = "37098219880808888X", Name = "史大伟" } });
        await journey.CollectAsync();
        await journey.DoAsync("verify-r1", Town.Officer, Naming);

        var facts = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;

        Assert.Contains(facts, line => line.StartsWith("请核实：史*在另一户的同一事项里也算了人", StringComparison.Ordinal) && line.Contains(other.CaseId, StringComparison.Ordinal));
        Assert.Contains("member-counts-twice", (await other.TaskAsync("verify-r1", Town.Officer)).Unusual!);
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton<ISharingPlatform>(platform));

    private static async Task<Journey> AtCheckAsync(Office office, TaskOutcome? naming = null)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        if (naming is not null)
            await journey.DoAsync("verify-r1", Town.Officer, naming);
        return journey;
    }
}
