// A variational autoencoder: layers in properties that a derived class calls, a tuple as result, an interface-typed activation.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Vae;

public readonly record struct VaeOutput(Tensor Reconstruction, Tensor Mean, Tensor LogVariance)
{
    public Tensor Loss(Tensor input)
    {
        var reconstruction = functional.mse_loss(Reconstruction, input);
        var divergence = -0.5 * (1 + LogVariance - Mean.pow(2) - LogVariance.exp()).mean();
        return reconstruction + divergence;
    }
}

public abstract class Autoencoder : Module<Tensor, VaeOutput>
{
    protected Autoencoder(string name, IModule<Tensor, Tensor> activation) : base(name) => Activation = activation;

    protected IModule<Tensor, Tensor> Activation { get; }

    protected Linear Mean { get; init; } = null!;

    protected Linear LogVariance { get; init; } = null!;

    public abstract Tensor Encode(Tensor x);

    public abstract Tensor Decode(Tensor z);

    public override VaeOutput forward(Tensor input)
    {
        var hidden = Encode(input);
        var (mean, logVariance) = (Mean.forward(hidden), LogVariance.forward(hidden));
        var z = training ? mean + (randn_like(mean) * (0.5 * logVariance).exp()) : mean;
        return new VaeOutput(Decode(z), mean, logVariance);
    }
}

[Lora(Rank = 2, Alpha = 8, Init = LoraInit.Gaussian, Targets = "mean|log_variance|enc*|dec*")]
public sealed partial class DenseVae : Autoencoder
{
    private readonly Linear enc1, enc2;
    private readonly Sequential dec;

    public DenseVae(int pixels, int hidden, int latent) : base(nameof(DenseVae), ReLU())
    {
        enc1 = Linear(pixels, hidden);
        enc2 = Linear(hidden, hidden);
        Mean = Linear(hidden, latent);
        LogVariance = Linear(hidden, latent);
        dec = Sequential(
            ("dec1", Linear(latent, hidden)),
            ("act", ReLU()),
            ("dec2", Linear(hidden, pixels)),
            ("out", Sigmoid()));
        register_module("mean", Mean);
        register_module("log_variance", LogVariance);
        register_module("enc1", enc1);
        register_module("enc2", enc2);
        register_module("dec", dec);
    }

    public override Tensor Encode(Tensor x)
    {
        var flat = x.flatten(1);
        return Activation.call(enc2.call(Activation.call(enc1.call(flat))));
    }

    public override Tensor Decode(Tensor z) => dec.call(z);
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new DenseVae(pixels: 36, hidden: 16, latent: 6);
        var images = rand(5, 6, 6);
        return (model, () => model.forward(images).Loss(images.flatten(1)));
    }
}
