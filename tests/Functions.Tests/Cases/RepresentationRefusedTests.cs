using System.Net;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>Who may not act for whom is told in one go, by the field, and nothing is made.</summary>
public sealed class RepresentationRefusedTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Child = "370982201509100038";

    [Fact]
    public async Task What_the_law_does_not_let_is_said_by_its_field()
    {
        await using var office = await Office.OpenAsync(azurite);
        var good = Acting.ForMother();
        var who = good.Representative!;
        (SubmitCase Form, string Field)[] wrong =
        [
            (With(who with { Basis = "friend" }), "representative.basis"),
            (With(who with { Basis = "parent", Relation = "parent" }), "representative.basis"),
            (With(who with { Relation = "boss" }), "representative.relation"),
            (With(who with { Name = "" }), "representative.name"),
            (With(who with { IdNumber = "123" }), "representative.idNumber"),
            (With(who with { IdNumber = Applications.IdNumber }), "representative.idNumber"),
            (With(who with { IdNumber = Child }), "representative.idNumber"),
            (With(who with { Phone = "" }), "representative.phone"),
            (With(who with { Until = new DateOnly(2026, 11, 23) }), "representative.until"),
            (With(who with { Until = new DateOnly(2027, 11, 25) }), "representative.until"),
            (good with { Applicant = good.Applicant with { Phone = Acting.Phone } }, "applicant.phone"),
            (good with { Applicant = good.Applicant with { IdNumber = Child } }, "representative.basis"),
            (good with { Representative = null }, "applicant.phone"),
            (good with { Service = "A1.1" }, "representative"),
            (good with { MandateToAgent = true }, "mandateToAgent"),
            (good with { Choices = new(ByCommitment: ["M07"]) }, "choices.byCommitment"),
            (good with { Materials = [.. good.Materials.Where(code => code != "M14")] }, "materials"),
        ];
        foreach (var (form, field) in wrong)
        {
            using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, form with { SubmissionId = Guid.NewGuid().ToString() });
            var problem = await Office.ProblemAsync(answer);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity && problem.Errors!.ContainsKey(field), $"{field}: {(int)answer.StatusCode} {string.Join(' ', problem.Errors?.Keys ?? [])}");
        }
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));

        SubmitCase With(RepresentativeDetails details) => good with { Representative = details };
    }

    [Fact]
    public async Task A_mother_acts_for_her_child_and_may_let_an_agent_fetch_the_papers()
    {
        await using var office = await Office.OpenAsync(azurite);
        var good = Acting.ForMother();

        var journey = await Journey.BeginAsync(office, good with
        {
            MandateToAgent = true, Materials = Applications.Ordinary().Materials, Applicant = good.Applicant with { IdNumber = Child },
            Representative = good.Representative! with { Basis = "parent", Relation = "parent" },
        });
        var view = await journey.SeeAsync();
        using var kept = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Town.Resident);

        Assert.Equal((new DateOnly(2033, 9, 9), "held", true), (view.Representation!.Until, view.Representation.EvidenceStatus, view.Mandate!.Active));
        Assert.Equal(HttpStatusCode.Forbidden, kept.StatusCode);
    }

    [Fact]
    public async Task An_agent_does_not_apply_with_somebody_who_acts_for_another()
    {
        await using var office = await Office.OpenAsync(azurite);
        var good = Acting.ForMother();

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Agent, good with
        {
            MandateToAgent = true, Representative = good.Representative! with { Basis = "guardian" }, Materials = [.. Applications.Ordinary().Materials, "M15"],
            Mandate = new(Level: "village", Acts: ["collect-papers", "hand-in", "upload", "apply"], SignLater: true),
        });

        Assert.Equal(["representative"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }
}
