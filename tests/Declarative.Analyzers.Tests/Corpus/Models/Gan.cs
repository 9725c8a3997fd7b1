// A generator and a discriminator in one file, pretrained by a plain trainer: two optimizers, checkpoints of the whole models.
using System;
using System.Collections.Generic;
using System.IO;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Gan
{
    [Lora(Rank = 4, Targets = "fc|main.*", Name = "generator")]
    public sealed partial class Generator : Module<Tensor, Tensor>
    {
        private readonly int size;
        private readonly Linear fc;
        private readonly Sequential main;

        public Generator(int latent, int features, int size) : base("Generator")
        {
            this.size = size / 4;
            fc = Linear(latent, features * this.size * this.size);
            main = Sequential(
                Conv2d(features, features, 3, padding: 1),
                BatchNorm2d(features),
                ReLU(),
                Conv2d(features, 16, 3, padding: 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor z)
        {
            using var hidden = fc.forward(z).view(z.shape[0], -1, size, size);
            using var upsampled = hidden.repeat_interleave(2, 2).repeat_interleave(2, 3);
            using var pixels = main.forward(upsampled);
            // Four channels to a pixel each: the last upsampling step.
            return pixels.view(z.shape[0], 4, 2, 2, 2 * size, 2 * size).permute(0, 1, 4, 2, 5, 3)
                .reshape(z.shape[0], 4, 4 * size, 4 * size).tanh();
        }
    }

    [Lora(Rank = 2, Targets = "features.**|classifier", Exclude = "features.conv1", Name = "discriminator")]
    public sealed partial class Discriminator : Module<Tensor, Tensor>
    {
        private readonly Sequential features;
        private readonly Conv2d classifier;

        public Discriminator(int width) : base("Discriminator")
        {
            features = Sequential(
                ("conv1", Conv2d(4, width, kernel_size: 4, stride: 2, padding: 1)),
                ("act1", SiLU()),
                ("conv2", Conv2d(width, 2 * width, kernel_size: 3, stride: 2, padding: 1)),
                ("act2", SiLU()));
            classifier = Conv2d(2 * width, 4, kernel_size: 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor image)
        {
            using var maps = features.forward(image);
            return classifier.forward(maps).mean(new long[] { 1, 2, 3 });
        }
    }

    /// <summary>Trains both from nothing; adapters come later, in another program.</summary>
    public sealed class Trainer : IDisposable
    {
        private readonly Generator generator;
        private readonly Discriminator discriminator;
        private readonly optim.Optimizer generatorOptimizer, discriminatorOptimizer;
        private readonly int latent;

        public Trainer(Generator generator, Discriminator discriminator, int latent, double lr = 2e-4)
        {
            (this.generator, this.discriminator, this.latent) = (generator, discriminator, latent);
            generatorOptimizer = optim.AdamW(generator.parameters(), lr, beta1: 0.5);
            discriminatorOptimizer = optim.AdamW(discriminator.parameters(), lr, beta1: 0.5);
        }

        public (float Generator, float Discriminator) Step(Tensor real)
        {
            using var scope = NewDisposeScope();
            var (ones_, zeros_) = (ones(real.shape[0]), zeros(real.shape[0]));

            discriminatorOptimizer.zero_grad();
            var fake = generator.forward(randn(real.shape[0], latent));
            var lossD = functional.binary_cross_entropy_with_logits(discriminator.forward(real), ones_)
                + functional.binary_cross_entropy_with_logits(discriminator.forward(fake.detach()), zeros_);
            lossD.backward();
            discriminatorOptimizer.step();

            generatorOptimizer.zero_grad();
            var lossG = functional.binary_cross_entropy_with_logits(discriminator.forward(fake), ones_);
            lossG.backward();
            generatorOptimizer.step();
            return (lossG.item<float>(), lossD.item<float>());
        }

        public void Fit(IEnumerable<Tensor> batches, string folder)
        {
            generator.train();
            discriminator.train();
            foreach (var batch in batches)
                Step(batch);
            generator.save(Path.Combine(folder, "generator.dat"));
            discriminator.save(Path.Combine(folder, "discriminator.dat"));
        }

        public void Dispose()
        {
            generatorOptimizer.Dispose();
            discriminatorOptimizer.Dispose();
        }
    }

    public static class Example
    {
        public static (Module Model, Func<Tensor> Loss) Create()
        {
            var (generator, discriminator) = (new Generator(latent: 12, features: 8, size: 8), new Discriminator(width: 8));
            using (var trainer = new Trainer(generator, discriminator, latent: 12))
                trainer.Step(randn(4, 4, 8, 8));
            var both = Sequential(("generator", generator), ("discriminator", discriminator));
            var z = randn(4, 12);
            return (both, () => functional.binary_cross_entropy_with_logits(both.forward(z), ones(4)));
        }
    }
}
