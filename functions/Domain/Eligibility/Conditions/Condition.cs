namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>A condition in three-valued logic: <c>true</c>, <c>false</c>, or <c>null</c> for not known.</summary>
internal abstract class Condition
{
    public abstract bool? Holds(in Circumstances circumstances);

    /// <summary>Facts not known that can still decide this condition; called only while it is not known.</summary>
    public abstract QuestionSet Open(in Circumstances circumstances);

    public abstract void Explain(in Circumstances circumstances, Trace trace);
}
