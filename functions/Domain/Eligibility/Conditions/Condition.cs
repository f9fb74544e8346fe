namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>A condition in three-valued logic: <c>true</c>, <c>false</c>, or <c>null</c> for not known.</summary>
internal abstract class Condition
{
    public abstract bool? Holds(in Circumstances circumstances);

    /// <summary>Facts not known that can still decide this condition; called only while it is not known.</summary>
    public abstract QuestionSet Open(in Circumstances circumstances);

    /// <summary>Shows the rules not known yet that can still decide this condition, or tell of further people that they meet it, too.</summary>
    public abstract void Lines(in Circumstances circumstances, OpenLines lines);

    /// <summary>Facts that can still tell of further people that they meet the condition, too; called only while it holds.</summary>
    public virtual QuestionSet OpenFurther(in Circumstances circumstances) => QuestionSet.None;

    public abstract void Explain(in Circumstances circumstances, Trace trace);
}
