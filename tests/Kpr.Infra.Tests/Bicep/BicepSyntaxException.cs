namespace Kpr.Infra.Tests.Bicep;

/// <summary>The text is not Bicep, or Bicep that this reader does not know, or says what cannot be.</summary>
public sealed class BicepSyntaxException(string message) : Exception(message);
