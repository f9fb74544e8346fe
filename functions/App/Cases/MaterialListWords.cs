using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>The one-time list for people: what they bring and why, what is struck out and from where, what may follow on which terms.</summary>
internal static class MaterialListWords
{
    /// <param name="basis">On what somebody acts for the applicant; <c>null</c>: nobody does.</param>
    public static MaterialListView View(MaterialList list, DateOnly today, WorkingDayCalendar calendar, Language language, string? basis = null)
    {
        var evidence = RepresentationCodes.ParseBasis(basis)?.Evidence();
        return new(today, [.. list.Lines.Select(line => View(line, today, calendar, language) is var paper && line.Code == evidence
            ? paper with { EvidenceOf = basis, Why = paper.Why ?? Sentences.Of(language, "list.why.evidence." + basis) } : paper)]);
    }

    /// <summary>Why a paper is asked for or not, when that is not plain; <c>null</c>: it is.</summary>
    public static string? Why(Provision? provision, Text? register, Language language) => provision is Provision.NotFound or Provision.Unverified or Provision.LookedUpLater
        ? Sentences.Of(language, "list.why." + provision.Value.Code(), register?.In(language) ?? Sentences.Of(language, "list.platform"))
        : null;

    private static ListedPaper View(MaterialLine line, DateOnly today, WorkingDayCalendar calendar, Language language)
    {
        var material = line.Material;
        var (name, form) = (material.Name.In(language), material.Form.In(language));
        return new(
            line.Code, name, form, line.Provision.Code(), (material.HeldBy ?? material.Register)?.In(language), line.AsOf, Why(line.Provision, material.Register, language),
            line.Services, line.LaterBy(today, calendar) is { } due ? Later(line, due, name, form, language) : null,
            line.CommitmentInLieu, line.CommitmentInLieu ? Sentences.Of(language, "list.commitment", name) : null, material.NeverWaivable);
    }

    private static LaterPaper Later(MaterialLine line, DueDate due, string name, string form, Language language) => new(
        line.LaterWorkingDays!.Value, due.On, due.IsProvisional,
        Sentences.Of(language, line.Material.AfterResult ? "list.later.after-result" : "list.later", name, form, Sentences.Day(language, due.On)));
}
