using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Tasks;

/// <summary>Reads who is named as a member of a household, seals it, and looks where they count already.</summary>
public sealed class MemberReading(PersonalData personal, HouseholdsOf households, TimeProvider clock)
{
    /// <returns>The wish, or what is wrong with it, field by field, in the reader's language. Never the number.</returns>
    public async Task<(MemberForm? Form, FieldErrors? Wrong)> ReadAsync(TaskOutcome outcome, CaseFile about, Language language, CancellationToken cancellation)
    {
        var errors = new FieldErrors(language);
        var name = PersonName.Read(outcome.MemberName);
        if (name is null)
            errors.Add("memberName", "field.name");
        var reading = ResidentId.Read(outcome.MemberIdNumber, clock.Today());
        if (reading is IdReading.Invalid { Problem: var problem })
            errors.Add("memberIdNumber", SubmissionReading.SentenceOf(problem));
        return name is not null && reading is IdReading.Valid { Id: var id }
            ? (new MemberForm(personal.Seal(await personal.KeyOfAsync(about, cancellation), name, id), outcome.MemberAuthorised == true, await households.ElsewhereAsync(personal.IdHash(id), about.Current, cancellation)), null)
            : (null, errors);
    }
}
