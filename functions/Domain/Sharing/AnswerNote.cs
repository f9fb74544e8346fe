using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Sharing;

/// <summary>An answer as a case's journal keeps it: what was asked, what came, as of when.</summary>
/// <param name="Kind">See <see cref="RegistryAnswer.Kind"/>.</param>
/// <param name="Value">What was told, for a value.</param>
/// <param name="Reason">Why it is not known, for an unknown one.</param>
public sealed record AnswerNote(RegistryQuestion Question, string Kind, DateOnly AsOf, [property: SealedInJournal] string? Value = null, UnknownReason? Reason = null)
{
    /// <summary>Number of the member of the household whom it is about; <c>null</c>: the applicant.</summary>
    public int? Member { get; init; }

    /// <summary>Whether the two answer the same question about the same person.</summary>
    public bool IsOfTheSame(AnswerNote other) => (Question, Member) == (other.Question, other.Member);

    public static AnswerNote Of(RegistryQuestion question, RegistryAnswer answer) =>
        new(question, answer.Kind, answer.AsOf, (answer as RegistryAnswer.Value)?.Text, (answer as RegistryAnswer.Unknown)?.Reason);

    /// <exception cref="InvalidDataException">It is no answer of this program.</exception>
    [JsonIgnore]
    public RegistryAnswer Answer => this switch
    {
        { Kind: "yes" } => new RegistryAnswer.Yes(AsOf),
        { Kind: "no" } => new RegistryAnswer.No(AsOf),
        { Kind: "value", Value: { } text } => new RegistryAnswer.Value(text, AsOf),
        { Kind: "unknown", Reason: { } reason } => new RegistryAnswer.Unknown(reason, AsOf),
        _ => throw new InvalidDataException($"{Kind} is no answer."),
    };
}
