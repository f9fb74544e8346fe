namespace OneVisit.Domain.Identity;

/// <summary>The master keys as this program knows them now: taken anew from where they lie, without a restart.</summary>
public sealed class KeyRing(SealingKeys keys)
{
    private volatile SealingKeys keys = keys;

    public SealingKeys Keys => keys;

    public void Replace(SealingKeys newer) => keys = newer;
}
