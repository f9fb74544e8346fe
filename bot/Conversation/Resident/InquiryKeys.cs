using System.Globalization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Inquiries as buttons, the trail and the words know them: <c>MonthlyIncome</c>, <c>Belongings</c>, <c>BirthDate@1</c> of the second person.</summary>
internal static class InquiryKeys
{
    public static string Name(this Inquiry inquiry) => inquiry.Question?.ToString() ?? inquiry.Checklist?.ToString() ?? "";

    public static string Key(this Inquiry inquiry) =>
        inquiry.Person is { } person ? string.Create(CultureInfo.InvariantCulture, $"{inquiry.Name()}@{person}") : inquiry.Name();

    public static Inquiry? Parse(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? key : key[..at];
        int? person = null;
        if (at >= 0)
        {
            if (!int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= Household.MostMembers) return null;
            person = place;
        }
        if (Named<Question>(name) is { } question) return question.IsOfAPerson() == person is not null ? Inquiry.About(question, person) : null;
        return Named<Checklist>(name) is { } checklist && (checklist == Checklist.WhoIsThere) == person is not null ? Inquiry.List(checklist, person) : null;
    }

    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && value.ToString() == name ? value : null;
}
