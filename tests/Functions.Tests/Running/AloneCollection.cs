namespace OneVisit.Functions.Tests.Running;

/// <summary>Tests that listen to everything the whole process does: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
